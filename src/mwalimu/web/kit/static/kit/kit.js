// What every page does with JavaScript on: the colour theme, and the focus on errors.
const root = document.documentElement;
const button = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
const shown = () => root.dataset.theme || (dark.matches ? "dark" : "light");

if (button) {
  const say = () => {
    button.textContent = shown() === "dark" ? button.dataset.light : button.dataset.dark;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = shown() === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    document.cookie = `theme=${next};path=/;max-age=31536000;samesite=lax`;
    say();
  });
  dark.addEventListener("change", say);
  say();
}

document.querySelector("[data-focus]")?.focus();

// The chosen language is kept for the next visit to the bare address.
for (const link of document.querySelectorAll("a[rel=alternate][hreflang]")) {
  link.addEventListener("click", () => {
    document.cookie = `django_language=${link.hreflang};path=/;max-age=31536000;samesite=lax`;
  });
}
