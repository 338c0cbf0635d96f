"""Common names in West and Central Africa. Any likeness is accidental."""

from mwalimu.demo.plan.names.order import Names

WEST = {
    "BJ": Names(
        women="Blandine Clarisse Reine Sylvie Pélagie Odile Edwige Huguette Rosine",
        men="Cyrille Romuald Wilfried Gildas Hervé Rodrigue Serge Casimir Landry",
        seconds="Sèna Fifamè Nadège Bignon Mahugnon Carine Ornella Prisca",
        men_seconds="Sèna Mahugnon Dossi Yao Codjo Fiacre Aristide Ulrich",
        families="Adjovi Hounsou Dossou Agossou Gbaguidi Zinsou Houngbédji Akplogan"
        " Tossou Ahouansou Kpohou Sossa Dansou Fagbohoun",
        family_first=True,
    ),
    "BF": Names(
        women="Aminata Mariam Rasmata Fatimata Alimata Salimata Adjaratou Bibata",
        men="Issouf Adama Boukary Moussa Souleymane Idrissa Salif Lassané Yacouba",
        seconds="Wendyam Rita Nadège Sylvie Cécile Flore Delphine Aïcha",
        men_seconds="Wendyam Arnaud Martial Hervé Cyrille Olivier Désiré Aimé",
        families="Ouédraogo Sawadogo Kaboré Zongo Traoré Compaoré Nikiéma Ilboudo"
        " Tiendrébéogo Somé Sanou Barro Yaméogo Konaté",
        family_first=True,
    ),
    "CI": Names(
        women="Adjoua Aya Affoué Mariame Fatou Akissi Amenan Solange Viviane Bintou",
        men="Kouadio Koffi Yao Ibrahim Seydou Konan Lacina Brou Arsène Jean-Luc",
        seconds="Rachelle Estelle Ange Sandrine Flore Carine Laure Prisca",
        men_seconds="Bertin Ange Didier Hermann Serge Fabrice Hyacinthe Noël",
        families="Kouassi Koné Ouattara Yéo N'Guessan Bamba Coulibaly Gnamba Dembélé"
        " Soro Touré Ehui Zadi Tanoh",
        family_first=True,
    ),
    "GH": Names(
        women="Abena Akosua Esi Adwoa Afia Yaa Mabel Gifty Rashida Dzifa",
        men="Kwame Kofi Yaw Kwabena Kojo Ebenezer Selorm Alhassan Nii Kwesi",
        seconds="Serwaa Konadu Boatemaa Dede Grace Naa Agnes Korkor",
        men_seconds="Mensah Boateng Asare Adjei Agyei Frimpong Sackey Tawiah",
        families="Owusu Asante Darko Amoako Ofori Tetteh Nortey Agbeko Issahaku Quaye"
        " Addo Sarpong Baidoo Kuma",
    ),
    "NG": Names(
        women="Ngozi Amina Folasade Chinyere Hauwa Bukola Ifeoma Zainab Yetunde Ebere",
        men="Chukwuemeka Musa Olumide Ibrahim Babatunde Obinna Sani Tunde Ikechukwu",
        seconds="Blessing Grace Temitope Halima Nkechi Maryam Funmilayo Patience",
        men_seconds="Abdullahi Uche Adewale Emeka Kabir Segun Garba Femi",
        families="Okonkwo Bello Adeyemi Eze Suleiman Ogunleye Nwosu Danjuma Akinola"
        " Umar Obi Yusuf Effiong Balogun",
    ),
    "TG": Names(
        women="Afi Akouvi Ama Essi Délali Mawusi Abra Kafui Massan Adjo",
        men="Komlan Kossi Kodjo Edem Mawuli Yawo Sénam Koffi Ayao Têko",
        seconds="Joséphine Solange Bernadette Viviane Reine Pascaline Odette Léa",
        men_seconds="Étienne Parfait Gérard Anselme Prosper Kokou Mathieu Yves",
        families="Agbéko Mensah Amouzou Lawson-Tété Akakpo Dogbé Koudjo Tchalla Bodjona"
        " Ayité Sossou Adjété Kpodar Atchou",
        family_first=True,
    ),
    "CM": Names(
        women="Solange Mireille Brigitte Chantal Ernestine Bih Manka Odette Carine",
        men="Emmanuel Hervé Achille Ngwa Tabe Serge Alain Théophile Blaise",
        seconds="Flore Rose Edith Laure Anne Christelle Nadine Pauline",
        men_seconds="Paul Désiré Claude Roger Martin Didier Joël Rodrigue",
        families="Ngono Mbarga Fotso Tchoumi Nkeng Abanda Essomba Kamga Eyong Atangana"
        " Djoumessi Ndifor Manga Talla",
        family_first=True,
    ),
    "SN": Names(
        women="Awa Fatou Khady Ndèye Aïssatou Mame Coumba Rokhaya Adama Sokhna",
        men="Mamadou Ousmane Cheikh Modou Abdoulaye Ibrahima Pape Alioune Babacar",
        seconds="Marième Bineta Astou Seynabou Aminata Dieynaba Yacine Maty",
        men_seconds="Lamine Moustapha Amadou Malick Bassirou Omar Assane Serigne",
        families="Ndiaye Diop Fall Gueye Sarr Faye Sow Cissé Mbaye Diouf Thiam Ba"
        " Sène Kane",
    ),
}
