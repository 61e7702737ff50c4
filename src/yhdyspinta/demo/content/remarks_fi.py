"""Invented comments in Finnish, by section number of the demo documents."""

from typing import Final

#: Section number -> remarks; "*" fits any section.
PARTICIPATION: Final[dict[str, tuple[str, ...]]] = {
    "1": (
        "Hyvä, että malli koskee kaikkia palveluja. Toivottavasti se näkyy myös terveyskeskuksen arjessa.",
        "Kertokaa heti alussa esimerkki: missä asukkaan sana on oikeasti muuttanut päätöstä?",
        "Sana osallisuus jää monelle vieraaksi. Kirjoittakaa, mitä se tarkoittaa tavallisena tiistaina.",
        "Kannatan. Ennen kyseltiin paljon ja vastattiin vähän.",
        "Malli on hieno, mutta kuka siitä vastaa, kun hanke päättyy?",
    ),
    "2": (
        "Periaatteita on sopivasti. Lisäisin kolmannen: tieto annetaan selkokielellä.",
        "Miten periaatteiden rikkomisesta voi huomauttaa?",
        "Hyvä, että myös luottamushenkilöt mainitaan. Heidät pitää kouluttaa tähän.",
    ),
    "2.1": (
        'Hyvä, mutta milloin "lopussa" on? Kirjatkaa määräaika vastaukselle.',
        "Valmistelija kertoo alussa, mihin voi vaikuttaa. Tämä on tärkein lause koko paperissa.",
        "Työaikaa osallistamiseen ei ole varattu. Malli jää paperiksi ilman tunteja.",
        "Meidän kylällä kuultiin vasta, kun päätös oli tehty. Näin ei saa enää käydä.",
        "Roolin kysyminen on hyvä. Olen sekä omaishoitaja että asukas, ja molemmilla on asiaa.",
        "Lisätkää, että suunnittelukumppani saa nähdä myös kustannukset.",
        "Kumppani on iso sana. Tarkoittaako se, että saa olla mukana myös kirjoittamassa?",
        "Vuorotyötä tekevä ei pääse päivällä pidettäviin tilaisuuksiin. Järjestäkää iltoja.",
    ),
    "2.2": (
        "Järjestö tavoittaa ne, joita kysely ei tavoita. Voisiko järjestö kirjata kommentit jäsenensä puolesta?",
        "Kyydin järjestäminen ratkaisee syrjäkylillä. Ilman sitä kukaan yli 80-vuotias ei pääse paikalle.",
        "Paperilomake kirjastoon, kauppaan ja kotihoidon mukaan. Kaikilla ei ole älypuhelinta.",
        "Kuulovammaiselle puhelu ei ole tapa osallistua. Lisätkää tekstiviesti ja tulkkaus.",
        "Päihdetoipujat eivät tule virastotaloon. Tulkaa te meidän kahvipöytään.",
        "Maahan muuttaneita ei mainita lainkaan. Käännökset ja tulkki pitää luvata tässä.",
        "Asunnottomille lomake ei riitä. Etsivä työ tavoittaa heidät, jos sille annetaan aikaa.",
        "Kuka maksaa tulkin? Jos sitä ei kirjata, se jää tekemättä.",
        "Omaishoitaja tarvitsee sijaisen, että voi osallistua.",
    ),
    "2.3": (
        "Vastaukselle pitää olla määräaika. Kuukausi on kohtuullinen.",
        "Kertokaa myös silloin, kun mitään ei muutettu. Se on rehellistä.",
        "Kuka lukee nämä? Olisi hyvä nähdä vastaajan nimi tai yksikkö.",
        "Yhteinen vastaus monelle on ihan hyvä, kunhan oma kommentti löytyy siitä.",
        "Vastaus pitäisi saada samalla kielellä, jolla kirjoitti.",
        "Puhelimella kommentin antaneelle vastaus pitää kertoa puhelimella tai kirjeellä.",
        "Jos asia siirretään toiselle viranomaiselle, kertokaa minne ja kuka siellä vastaa.",
    ),
    "3": (
        "Hyvät käytännöt kannattaa kuvata niin, että toinen yksikkö voi ottaa ne suoraan käyttöön.",
        "Lisätkää käytäntöihin yhteyshenkilö, jolta voi kysyä.",
    ),
    "3.1": (
        "Palkkio pitää maksaa ajallaan. Viime vuonna odotin sitä neljä kuukautta.",
        "Kokemusasiantuntija tarvitsee myös tukea jälkikäteen, kun kertoo raskaista asioista.",
        "Yksi kokemusasiantuntija ei edusta kaikkia. Kutsukaa useampi ja vaihtakaa välillä.",
        "Miten kokemusasiantuntijaksi pääsee? Lisätkää linkki koulutukseen.",
        "Läheisen kokemus on eri asia kuin potilaan. Molemmat pitää mainita.",
    ),
    "3.2": (
        "Foorumi saisi kiertää kuntia: Saarijärvi, Viitasaari, Keuruu, Jämsä.",
        "Etäyhteys ei korvaa kahvihetkeä, mutta se on parempi kuin ei mitään.",
        "Foorumin ajankohta päivällä sulkee pois työssä käyvät. Ehdotan joka toista iltaan.",
        "Muistiot viikossa on hyvä lupaus. Lähettäkää ne osallistujille sähköpostiin.",
        "Lapsiparkki foorumiin, niin vanhemmatkin pääsevät.",
        "Työpajoissa pitäisi olla mukana myös se, joka asiasta päättää.",
    ),
    "3.3": (
        "Nuorisovaltuusto saa paperit usein vasta edellisenä päivänä. Hyvä, että tämä korjataan.",
        "Vammaisneuvoston lausunto pitää liittää päätökseen näkyvästi.",
        "Nuoret eivät lue sähköpostia. Viestikää siellä, missä he ovat, mutta ei vain somessa.",
        "Ruotsinkieliset nuoret pitää kutsua erikseen, muuten he jäävät ulkopuolelle.",
    ),
    "4": (
        "Seurantaan mittari: kuinka moni kommentti sai vastauksen ajallaan.",
        "Kertokaa seurannassa myös, ketkä puuttuivat ja mitä asialle tehdään.",
        "Vuosi on pitkä aika. Puolivälissä voisi olla lyhyt katsaus.",
        "Viekää tulokset valtuustolle, ei vain verkkosivulle.",
    ),
    "*": (
        "Kiitos, että tätä voi kommentoida ilman tunnuksia.",
        "Teksti on selkeä, mutta kappaleet voisivat olla lyhyempiä.",
        "Tämä kohta on hyvä tällaisenaan.",
    ),
}

COOPERATION: Final[dict[str, tuple[str, ...]]] = {
    "1": (
        "Hyvä, että myös vapaat kansalaisryhmät ovat mukana. Kaikki toiminta ei ole rekisteröityä.",
        "Sanokaa selvästi, että järjestö ei ole palvelun korvike.",
    ),
    "2.1": (
        "Yhdyshenkilö on paras idea koko mallissa. Nimi ja numero näkyviin.",
        "Mitä tapahtuu, kun yhdyshenkilö on lomalla? Sijainen pitää nimetä.",
        "Yksi yhteyshenkilö riittää, kunhan hän todella vastaa viesteihin.",
    ),
    "2.2": (
        "Kolme paikkaa pienille yhdistyksille on vähän, kun niitä on satoja.",
        "Julkiset muistiot ovat hyvä. Julkaiskaa myös esityslista etukäteen.",
        "Kuusi kokousta vuodessa on vapaaehtoiselle paljon. Sallikaa etäosallistuminen.",
        "Kuka valitsee jäsenet? Valinnan perusteet pitää kirjoittaa auki.",
    ),
    "2.3": (
        "Neljä viikkoa on hyvä, mutta heinäkuussa se ei riitä.",
        "Lausuntopyyntö pitäisi tulla yhteen paikkaan, ei kymmeneen eri sähköpostiin.",
        "Pieni yhdistys ei jaksa lausua kaikkeen. Kertokaa, mikä pyyntö on tärkein.",
    ),
    "3.1": (
        "Yksi lomake kaikille avustuksille, kyllä kiitos.",
        "Avustuspäätös vasta toukokuussa on liian myöhään. Toiminta alkaa tammikuussa.",
        "Perustelut pitää kirjoittaa niin, että ensi vuonna osaa hakea paremmin.",
        "Monivuotinen avustus toisi pysyvyyttä.",
    ),
    "3.2": (
        "Maksuttomat tilat auttavat eniten. Kuka avaa oven ja kuka siivoaa?",
        "Koulun salin varaus on nyt kolmen luukun takana. Tehkää yksi varauskalenteri.",
        "Tilan pitää olla esteetön, muuten puolet jäsenistä jää pois.",
    ),
    "4": (
        "Ohjaus toimii vain, jos ammattilainen tietää, mitä järjestöissä tapahtuu. Ajantasainen lista puuttuu.",
        "Ensimmäisen yhteyden auttaminen on kultaakin arvokkaampaa yksinäiselle.",
        "Kirjatkaa ohjaus niin, ettei se riipu yhdestä innokkaasta hoitajasta.",
    ),
    "5": (
        "Arviointiin pitää kutsua myös ne, jotka eivät saaneet avustusta.",
        "Syksy on hyvä aika, ennen talousarviota.",
    ),
    "*": (
        "Kannatan tätä kohtaa.",
        "Hyvä suunta. Esimerkki auttaisi ymmärtämään.",
        "Tämän voisi sanoa lyhyemmin.",
    ),
}

#: What may follow a remark, so that people do not all speak in one breath.
TAILS: Final[tuple[str, ...]] = (
    "",
    "",
    "",
    " Tämä koskee erityisesti pieniä kuntia.",
    " Meillä tästä on hyviä kokemuksia.",
    " Kirjoitan tämän koko perheen puolesta.",
    " Olen odottanut tätä pitkään.",
    " Kysykää lisää, kerromme mielellämme.",
    " Samaa sanottiin jo edellisellä kierroksella.",
    " Näin tehdään jo naapurikunnassa.",
    " Asia on tuttu kotihoidon arjesta.",
)

REPLIES: Final[tuple[str, ...]] = (
    "Samaa mieltä. Meillä on ollut juuri näin.",
    "Hyvä huomio, tätä en ollut ajatellut.",
    "Ymmärrän, mutta rahaa ei ole kaikkeen. Mikä olisi tärkein?",
    "Tämä toimisi ainakin meidän kylällä.",
)

PROMISES: Final[dict[str, tuple[str, ...]]] = {
    "1": (
        "Ajan muuttumisesta ilmoitetaan nyt harvoin. Tekstiviesti riittäisi.",
        "Äitini luona käynti kestää usein neljä minuuttia. Siinä ei ehdi kuunnella.",
        "Kirjatkaa, kuinka monta minuuttia ennen muutoksesta kerrotaan.",
        "Hyvä lupaus. Miten se pidetään viikonloppuna?",
        "Lupaus pitää antaa myös kirjallisena asiakkaalle.",
    ),
    "2": (
        "Seitsemän on paljon muistisairaalle. Viisi olisi parempi.",
        "Sijaiset pitää esitellä etukäteen, edes kuvalla.",
        "Jääkaapin ovi on oikea paikka. Kaikilla ei ole sovellusta.",
        "Työntekijänä tiedän, ettei tähän päästä ilman vakituisia.",
    ),
    "3": (
        "Omaishoitajalle kaksi kertaa vuodessa on liian harvoin.",
        "Lupa tietojen antamiseen pitää voida perua helposti.",
        "Läheinen asuu usein kaukana. Videopuhelu riittää hyvin.",
        "Kysymys jaksamisesta ei auta, jos apua ei ole tarjolla.",
    ),
    "4": (
        "Hyvä, että etäkäynti ei ole pakko. Pitäkää tästä kiinni.",
        "Verkko ei toimi meillä metsän takana. Mitä silloin tehdään?",
        "Isäni tykkää etäkäynnistä, kun saa jutella rauhassa.",
        "Laitteen käyttöä pitää opettaa useammin kuin kerran.",
    ),
    "5": (
        "Viisi arkipäivää on hyvä. Kertokaa, kuka vastaa.",
        "Mitä seuraa, jos lupaus rikotaan kolme kertaa?",
        "Ilmoituksesta ei saa tulla pelkoa palvelun huononemisesta.",
    ),
    "*": ("Kiitos selkeästä tekstistä.", "Tämä kohta on tärkeä."),
}

PLAN: Final[dict[str, tuple[str, ...]]] = {
    "1": (
        "Kolme vuotta on hyvä aika, jos suunnitelmaa voi korjata matkan varrella.",
        "Kertokaa, mistä asioista ei kysytä, ja miksi. Sekin on tietoa.",
        "Suunnitelma kannattaa lukea yhdessä koulujen ja terveyskeskuksen väen kanssa.",
        "Mihin päätöksiin tämä sitoo kaupunginhallituksen?",
        "Lisätkää alkuun, kuka suunnitelman tilasi ja kuka sen hyväksyy.",
    ),
    "2": (
        "Kesällä ihmiset ovat lomalla. Kuulkaa mieluummin syyskuussa.",
        "Talvella vastataan: kirjatkaa kuukausi, niin tiedämme, milloin katsoa.",
        "Vuosikello pitäisi saada ruutuna, jonka voi tulostaa jääkaapin oveen.",
        "Aiheita pitää voida ehdottaa muulloinkin kuin keväällä.",
        "Budjetti päätetään marraskuussa. Kuulemisen pitää ehtiä ennen sitä.",
    ),
    "3": (
        "Kaksi keinoa on hyvä. Toinen voisi olla kävely alueella, jota asia koskee.",
        "Verkon ulkopuolinen keino ei saa olla aina paperilomake. Tulkaa kauppakeskukseen.",
        "Lähiöraati toimi meillä Kuvitteellisessa kaupunginosassa. Jatkakaa sitä.",
        "Lapsilta voi kysyä piirtämällä. Se ei ole vähempiarvoista.",
        "Kirjasto on paras paikka: sinne tulee kaikenlaista väkeä.",
    ),
    "4": (
        "Työaika on luvattava tunteina, muuten osallisuus jää jonkun harrastukseksi.",
        "Matkojen korvaaminen on reilua. Maksakaa se ilman kymmentä kuittia.",
        "Vapaaehtoinen tarvitsee myös ihmisen, jolle soittaa.",
        "Paljonko tämä maksaa? Summa kuuluu suunnitelmaan.",
    ),
    "5": (
        "Hyvä, että mitataan muuttuneita päätöksiä eikä vain osallistujia.",
        "Puuttuvat ryhmät on tärkein mittari. Mitä teette, kun joku puuttuu?",
        "Julkaiskaa luvut joka vuosi samassa paikassa, niin niitä voi verrata.",
        "Kysykää myös niiltä, jotka eivät osallistuneet, miksi eivät.",
    ),
    "*": (
        "Selkeä kohta, kannatan.",
        "Lyhyempikin riittäisi, mutta asia on hyvä.",
    ),
}
