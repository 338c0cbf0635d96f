"""Common names in Southern Africa. Any likeness is accidental."""

from mwalimu.demo.plan.names.order import Names

SOUTHERN = {
    "BW": Names(
        women="Keabetswe Lorato Boitumelo Kelebogile Gorata Masego Tshepiso Onalenna",
        men="Kagiso Thabo Tebogo Mpho Kabo Oratile Tiro Lesego",
        seconds="Naledi Tumelo Refilwe Dineo Neo Bontle Katlego Phenyo",
        families="Molefe Seretse Kgosietsile Moatlhodi Tau Ramotswa Modise Mogapi"
        " Phiri Sebina Gaolathe Ntsima Keitumetse Otsile",
    ),
    "MW": Names(
        women="Chisomo Thandiwe Tadala Chifundo Mphatso Tamanda Memory Esnart Fatsani",
        men="Limbani Kondwani Blessings Chikondi Innocent Wongani Yamikani Mabvuto",
        seconds="Grace Mary Ruth Martha Alice Joyce Rose Agnes",
        men_seconds="John James Peter Paul Henry Moses Felix Isaac",
        families="Banda Phiri Chirwa Mwale Nyirenda Kachale Gondwe Msiska Chisale"
        " Mbewe Kaunda Tembo Zimba Kamanga",
    ),
    "MZ": Names(
        women="Ana Maria Celeste Graça Isabel Lúcia Rosa Teresa Fátima Sónia Amélia",
        men="António João Carlos Manuel Armando Filipe Hélder Nelson Celso Domingos",
        seconds="Macuácua Mondlane Sitoe Cossa Nhantumbo Matsinhe Chissano Tembe",
        families="Langa Muianga Mabunda Nhaca Bila Machava Zandamela Guambe Cumbane"
        " Manhiça Uamusse Mucavele Massingue Nhamposse",
    ),
    "ZM": Names(
        women="Mutinta Chanda Natasha Thelma Bwalya Mwangala Chileshe Precious Ireen",
        men="Mulenga Kelvin Chilufya Moses Lubinda Mwansa Webster Clement Given",
        seconds="Mary Charity Susan Beatrice Agness Monde Esther Judith",
        men_seconds="Joseph Francis Daniel Simon Patrick Evans Davies Aaron",
        families="Mwale Zulu Tembo Sakala Mumba Kapambwe Hamoonga Simukonda Mweemba"
        " Nyambe Lungu Chisenga Musonda Siame",
    ),
    "ZW": Names(
        women="Rudo Tendai Nyasha Chipo Tsitsi Ruvimbo Nomsa Vimbai Sibongile Rutendo",
        men="Tafadzwa Farai Tinashe Tawanda Kudakwashe Takudzwa Bongani Munyaradzi",
        seconds="Anesu Tariro Prosper Memory Edmore Shamiso Blessing Tatenda",
        families="Moyo Ncube Sibanda Dube Chikwanda Mutasa Marufu Gumbo Zvobgo Nyoni"
        " Makoni Chirume Hove Mapfumo",
    ),
    "ZA": Names(
        women="Nomvula Lerato Zanele Ayanda Annelise Priya Thandeka Palesa Fatima",
        men="Sipho Themba Johan Kabelo Bongani Pieter Lungile Riaan Vusi",
        seconds="Marie Grace Cornelia Anne Nosipho Refilwe Jane Elize",
        men_seconds="Andile Paul Sizwe David Mandla Jacobus Craig Lebo",
        families="Nkosi Dlamini Botha Naidoo Mokoena van-Wyk Khumalo Pillay Mahlangu"
        " Jacobs Sithole Venter Radebe Mthembu",
    ),
}
