"""Common names in East Africa, Ethiopia and Madagascar. Any likeness is accidental."""

from mwalimu.demo.plan.names.order import Names

EAST = {
    "KE": Names(
        women="Faith Mercy Joyce Esther Lilian Caroline Purity Beatrice Agnes Naomi",
        men="Brian Kevin Dennis Samuel Peter Collins Victor Daniel Joseph Moses",
        seconds="Wambui Achieng Chebet Mumbua Nafula Kemunto Njeri Atieno Jelagat",
        men_seconds="Kariuki Omondi Kibet Muthui Wafula Nyakundi Njoroge Ouma Kiprono",
        families="Kamau Otieno Kiptoo Mutua Wekesa Nyaboke Mwangi Odhiambo Cheruiyot"
        " Musyoka Barasa Ombati Karanja Ochieng Rotich Kilonzo Simiyu Momanyi",
    ),
    "UG": Names(
        women="Sarah Rebecca Juliet Harriet Prossy Irene Florence Patience Doreen Annet",
        men="Robert Ronald Isaac Godfrey Emmanuel Henry Andrew Patrick Julius Timothy",
        seconds="Nakato Akello Atim Nansubuga Kyomugisha Birungi Nabirye Apio Ayebare",
        men_seconds="Ssali Okot Musoke Byamugisha Tumwine Okech Kiwanuka Baguma Mubiru",
        families="Mukasa Okello Tumusiime Ssebunya Byaruhanga Opio Waiswa Kato Muwonge"
        " Ojok Asiimwe Lubega Kizza Odongo Mugisha Wandera Kaggwa Ochen",
    ),
    "TZ": Names(
        women="Neema Zainabu Upendo Rehema Mwanaidi Asha Grace Anna Subira Theresia",
        men="Juma Baraka Hamisi Emmanuel Salum Godlove Elias Rashidi Frank Abdallah",
        seconds="Hassan Peter Saidi Joseph Omari Elia Bakari Simon Athumani",
        families="Mushi Massawe Kimaro Mwakyusa Lyimo Nyoni Shayo Mhagama Kessy Temba"
        " Mollel Ngowi Chuwa Msuya Kapinga Mbilinyi Sanga Komba",
    ),
    "RW": Names(
        women="Claudine Chantal Vestine Jeannette Solange Diane Angelique Olive Aline",
        men="Jean-Paul Eric Innocent Olivier Thierry Fabrice Aimable Janvier Vincent",
        seconds="Marie Ange Claire Josée Rose Grâce Belle Divine",
        men_seconds="Claude Marie Pierre Bosco Damascène Yves Félix Paul",
        families="Habimana Nsengimana Ndayisaba Hakizimana Uwimana Bizimana Munyaneza"
        " Nshimiyimana Gasana Nzeyimana Niyonsenga Iradukunda Tuyisenge Kayitare",
        family_first=True,
    ),
    "BI": Names(
        women="Claudette Espérance Godelieve Spès Francine Nadine Évelyne Capitoline",
        men="Dieudonné Jean-Marie Pascal Gérard Léonidas Désiré Audace Prosper Égide",
        seconds="Ange Divine Belyse Bella Fleur Alice Nadège Marie",
        men_seconds="Guy Bruce Arnaud Claude Bosco Fidèle Yves Marie",
        families="Ndayizeye Niyonkuru Nahimana Irakoze Bukuru Nkurikiye Ntakirutimana"
        " Hatungimana Nduwayo Kwizera Manirakiza Nibigira Bigirimana Ciza",
        family_first=True,
    ),
    "ET": Names(
        women="Tigist Hiwot Meseret Selamawit Bethlehem Almaz Genet Rahel Mahlet Aster",
        men="Abebe Dawit Tesfaye Yonas Getachew Mulugeta Bekele Solomon Tadesse Kassahun",
        seconds="Girma Haile Worku Assefa Lemma Tilahun Desta Alemu Negash",
        families="Wolde Gebre Kebede Mengistu Demissie Teshome Zewde Ayele Shiferaw"
        " Belay Tefera Abera Fikadu Hailu",
    ),
    "MG": Names(
        women="Voahirana Lalao Hanitra Fanja Noro Vololona Miora Tahiry Saholy Mialy",
        men="Haja Tiana Solofo Mamy Rivo Hery Andry Lova Faly Toky",
        seconds="Nirina Harivelo Lalaina Sitraka Fitiavana Mampionona Tsiry Voary",
        families="Rakotomalala Randrianarisoa Rasoanaivo Andriamihaja Razafindrakoto"
        " Ramanantsoa Rabearivelo Andrianjafy Ravelomanana Rakotondrabe",
        family_first=True,
    ),
}
