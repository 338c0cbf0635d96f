"""Common names in the Caucasus and Central Asia. Any likeness is accidental."""

from mwalimu.demo.plan.names.order import Names

CENTRAL = {
    "AM": Names(
        women="Anahit Lilit Gayane Nare Hasmik Lusine Armine Tatevik Narine Sona",
        men="Armen Tigran Hayk Gevorg Vardan Karen Arsen Narek Artur Vahe",
        families="Grigoryan Hakobyan Petrosyan Avagyan Manukyan Mkrtchyan Galstyan"
        " Baghdasaryan Ghazaryan Melkonyan Sahakyan",
    ),
    "AZ": Names(
        women="Aygun Leyla Gunel Sevinj Nigar Turkan Sabina Lala Ulviyya Konul",
        men="Elchin Rashad Farid Orkhan Vugar Samir Tural Nijat Anar Kamran",
        families="Mammadov Huseynov Guliyev Hasanov Ismayilov Abbasov Rzayev Safarov"
        " Karimov Babayev Jafarov",
        ending="a",
    ),
    "GE": Names(
        women="Nino Tamar Ketevan Natia Salome Eka Maka Lela Tinatin Khatuna",
        men="Giorgi Levan Irakli Davit Zurab Lasha Nika Vakhtang Beka Temur",
        families="Beridze Kapanadze Gelashvili Lomidze Maisuradze Giorgadze Tsiklauri"
        " Bolkvadze Kvaratskhelia Nozadze Shengelia",
    ),
    "KG": Names(
        women="Aizada Gulnara Jyldyz Nurgul Aida Cholpon Elnura Meerim Asel Burul",
        men="Azamat Bakyt Ulan Nurlan Talant Emil Kubat Daniyar Ermek Maksat",
        families="Asanov Sydykov Toktogulov Abdyldaev Osmonov Kasymov Beishenaliev"
        " Mambetov Isakov Orozov",
        ending="a",
    ),
    "KZ": Names(
        women="Aigerim Dinara Gulnaz Madina Saltanat Zhanar Aliya Botagoz Kamila Ainur",
        men="Nurlan Yerlan Askar Daulet Marat Serik Timur Kairat Aidos Bauyrzhan",
        families="Akhmetov Omarov Suleimenov Ospanov Zhumabaev Kaliev Ibraimov"
        " Tulegenov Seitov Baimukhanov",
        ending="a",
    ),
    "TJ": Names(
        women="Zarina Farangis Manizha Nigora Shahnoza Parvina Gulchehra Mehrangez",
        men="Firuz Jamshed Rustam Sherali Umed Farrukh Daler Bahrom Khurshed",
        families="Rahimov Saidov Nazarov Sharipov Davlatov Mirzoev Kholov Yusufov"
        " Boboev Qodirov",
        ending="a",
    ),
    "TM": Names(
        women="Maral Ogulgerek Jeren Aknabat Selbi Gozel Bahar Ayna Leyli",
        men="Merdan Maksat Dovlet Begench Rahym Serdar Yhlas Kerim Atamyrat",
        families="Annayev Orazov Durdyyev Hojayev Nuryyev Charyyev Geldiyev Saparov"
        " Atayev Muradov",
        ending="a",
    ),
    "UZ": Names(
        women="Nargiza Dilfuza Gulchehra Malika Zulfiya Feruza Nodira Sevara Umida",
        men="Jasur Otabek Sherzod Bekzod Rustam Dilshod Aziz Ulugbek Farhod Alisher",
        families="Karimov Yusupov Rakhimov Tursunov Ismailov Umarov Khamidov Saidov"
        " Ergashev Mirzaev",
        ending="a",
    ),
}
