"""Common names in the Pacific. Any likeness is accidental."""

from mwalimu.demo.plan.names.order import Names

PACIFIC = {
    "FJ": Names(
        women="Litia Mereseini Ana Losalini Priya Shalini Vani Salote Kavita Unaisi",
        men="Jone Ratu Sanjay Apisai Vilitati Rajesh Semi Ashok Ilaitia Tomasi",
        seconds="Vasiti Maria Mere Sera Anita Kelera Devi Ema",
        men_seconds="Lal Ravi Josefa Anand Peni Dutt Isikeli Mosese",
        families="Naivalu Tuivaga Prasad Waqa Kumar Vakaloloma Singh Raduva Chand"
        " Koroi Nair Delai Qalo Matai",
    ),
    "PG": Names(
        women="Wena Dorcas Martha Kila Rose Lucy Nancy Betty Gima Jenny",
        men="Peter Kila John Simon Gabriel Tom Michael Bernard Jacob Luke",
        seconds="Tau Mary Anna Julie Ruth Geua Helen Elizabeth",
        men_seconds="Tau Wari Ila Kone Paul Geno Joe David",
        families="Kaupa Wambi Tokali Vagi Numapo Kuman Gelua Aihi Wamp Bomai Toliman"
        " Waim Morea Kapi",
    ),
    "WS": Names(
        women="Sina Lagi Fetu Malia Tala Luisa Moana Sera Teuila Lupe",
        men="Tavita Ioane Fa'afetai Sione Pita Lemalu Tuala Viliamu Setu Malaki",
        seconds="Mele Alofa Ana Tina Rosa Pepe Sieni Eseta",
        men_seconds="Alofa Paulo Iosefa Petelo Tovia Sefo Mikaele Faleto",
        families="Tauiliili Leota Faleolo Amituanai Tuilagi Sapolu Fruean Lauvale"
        " Vaai Seumanutafa Matagi Ioelu Peseta Toleafoa",
    ),
    "TL": Names(
        women="Maria Rosa Filomena Domingas Joana Lurdes Natália Odete Silvina Olinda",
        men="José Domingos Januário Abílio Nuno Agostinho Celestino Marcelino Tomás",
        seconds="da-Costa Soares de-Jesus Ximenes Belo Amaral dos-Santos Pinto",
        families="Guterres Freitas Martins Sarmento Barreto Tilman Cabral Magno Moniz"
        " Correia Ornai Salsinha Babo Lay",
    ),
    "TO": Names(
        women="Mele 'Ana Salote Lupe Seini 'Ofa Sela Vika Siu Lavinia",
        men="Sione Tevita Semisi Viliami Paula Mosese 'Amanaki Feleti Saia Sitiveni",
        seconds="Fusi Lose Hina Kalo Tupou Manu Luseane Ilaisaane",
        men_seconds="Pita Manu Tupou Maka Sitani Uili Kavapele Tomasi",
        families="Taufa Fonua Moala Vea Havili Latu Kaufusi Tonga Mahe Fifita Vaka"
        " Tuipulotu Finau Lolohea",
    ),
    "VU": Names(
        women="Leiwia Marie Annette Leisel Roselyn Serah Yvette Leitangi Merelyn Fabiola",
        men="Willie Jean-Yves Kalo Joel Antoine Sam Roy Noel Alick Kalsakau",
        seconds="Rose Mary Anna Toara Eva Leimas Julie Alice",
        men_seconds="Toara Pierre Kalmet Wilson Lui Jack Moses Simeon",
        families="Tari Malapa Boe Natu Garae Iauko Vira Molisa Kaltak Bule Tabi Lengkon"
        " Aru Naupa",
    ),
    "PW": Names(
        women="Dilwei Ebil Maria Kebekol Theresa Ngelau Uroi Rose Balang Faustina",
        men="Tadashi Ngiraibai Santos Joseph Melekeok Isidoro Hideo Fermin Alonzo",
        seconds="Mary Ruth Dirngulbai Eriko Clara Joan",
        men_seconds="Kintaro John Rekemesik Hiroshi Peter Valentino",
        families="Ngirmang Rengiil Tellei Ngiratumerang Blesam Mesubed Adachi"
        " Olkeriil Sengebau Techitong Uherbelau",
    ),
    "SB": Names(
        women="Nester Ruth Salome Doreen Catherine Hellen Gladys Jenita Mary Lynette",
        men="Moffat Selwyn Allan Dickson Hudson Francis Nelson Wilfred Silas Henry",
        seconds="Taloikwai Joy Vavine Lily Mavis Ella",
        men_seconds="Toea Ben Maelasi Riley Basi Clement",
        families="Houma Maelanga Wale Sade Kwalea Ramo Fiia Tozaka Gatu Bosamata"
        " Suri Kabui",
    ),
}
