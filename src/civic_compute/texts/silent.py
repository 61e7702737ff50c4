"""Words that carry no subject: they name no theme, whatever the language's grammar makes of them."""

from collections.abc import Callable, Mapping
from typing import Final

from civic_compute.texts.languages import small_words

#: Beyond the small words by which a language is told: pronouns and numerals in their cases, the verbs of saying, being
#: and doing, and the adverbs and words of time and amount that any comment has, whatever it is about.
_WORDS: Final[Mapping[str, str]] = {
    "fi": (
        "minä minun minua minulla minulle minulta minusta minuun sinä sinun sinua sinulla sinulle hän hänen häntä hänellä "
        "hänelle häneltä hänestä me meidän meitä meillä meille meiltä meistä meihin te teidän teitä teillä teille teiltä "
        "teistä he heidän heitä heillä heille heiltä heistä heihin tämä tämän tätä tässä tästä tähän tällä tältä tälle "
        "tänä tuo tuon tuota tuossa tuosta tuohon tuolla se sen sitä siinä siitä siihen sillä siltä sille nämä näiden "
        "näitä näissä näistä näihin näillä näille nuo noiden noita ne niiden niitä niissä niistä niihin niillä niiltä "
        "niille niin näin noin joka jonka jota jossa josta johon jolla jolta jolle jona jotka joiden joita joissa joista "
        "joihin joilla joilta joille mikä minkä mitä missä mistä mihin millä milloin mille miltä mitkä kuka kenen ketä "
        "kenelle keneltä keneen ketkä joku jonkun jotain jotakin jokin jonkin jossain jostain johonkin joskus jotenkin "
        "jokainen jokaisen jokaista jokaiselle jokaisella jokaiseen kukaan kenenkään ketään kenellekään mikään minkään "
        "mitään missään mistään mihinkään milloinkaan koskaan muu muun muuta muut muiden muita muille muissa muihin "
        "muualla muualle toinen toisen toista toisessa toisesta toiseen toiselle toiset toisia toisten toisena molemmat "
        "molempien molempia molemmissa kaikki kaiken kaikkea kaikkia kaikkien kaikilla kaikille kaikilta kaikissa "
        "kaikista kaikkiin itse itsensä itseään itselle oma oman omaa omat omia omien omassa omaan omille omista sama "
        "saman samaa samassa samasta samaan samalla samat samoin samoja samojen samana monta moni monen monia monelle "
        "monet monessa useat useita usea usean harva harvat harvoin eräs tietty tietyt kumpi kumpikin kumpaa sellainen "
        "sellaisen sellaista sellaiset tällainen tällaisen tällaista millainen minkälainen yksi yhden yhtä yhdessä "
        "yhdestä yhteen yhdellä yhdelle yhdet kaksi kahden kahta kahdessa kahdesta kahteen kolme kolmen kolmea kolmessa "
        "kolmesta kolmeen kolmatta kolmas neljä neljän neljää neljässä neljästä viisi viiden viittä viidessä viidestä "
        "kuusi kuuden kuutta seitsemän seitsemää kahdeksan yhdeksän kymmenen kymmentä kymmeniä yhdeksäntoista sata sadan "
        "satoja tuhat tuhannen puoli puolet puolen puolta ensimmäinen ensimmäisen ensimmäistä ensimmäiset ensimmäisessä "
        "ensin toiseksi viimeinen viimeisen viimeiset viime viimeksi seuraava seuraavan seuraavaa edellinen edellisen "
        "edellisellä kerta kerran kertaa kerralla kerroin kerrat olla olen olet on olemme olette ovat oli olin olimme "
        "olivat ollut olleet olisi olisin olisimme olisivat ole olkaa oltava ollaan ei en et emme ette eivät eikä enkä "
        "emmekä eivätkä ettei etten älä älkää voi voin voit voimme voitte voivat voisi voisin voisimme voisivat voida "
        "voidaan voitaisiin pitää pitäisi piti pidä pidetään pitävät saa saan saamme saavat saisi saisimme saada saadaan "
        "sai saivat saanut tulla tulee tulevat tulisi tulisivat tuli tulivat tullut tulkaa tullaan mennä menee menevät "
        "menisi meni mennyt menevä tehdä tekee teen teemme tekevät teki tekisi tehkää tehdään tehtiin tehty tehtävä "
        "antaa antaisi annan annamme antavat antoi antakaa annetaan annettu ottaa otan otamme ottavat otti ottakaa "
        "otetaan otettu panna laittaa laitetaan sanoa sanon sanoo sanovat sanoi sanokaa sanotaan sanottu sanoin sanotte "
        "kertoa kerron kertoo kertovat kertoi kertokaa kerrotaan kerrottu kertovanne kirjoittaa kirjoitan kirjoittakaa "
        "kirjoitetaan kirjoitti lisätä lisätkää lisätään lisäisin ehdotan ehdotamme ehdotus ehdottaa toivon toivomme "
        "toivoisin toivottavasti toivoo pyydän pyydämme pyytää esitän esitämme esittää kannatan kannatamme kannattaa "
        "kannattaisi haluan haluamme haluaa haluavat haluaisin tarvitaan tarvitsee tarvitsemme tarvitsevat tarvitsen "
        "tiedän tiedämme tietää tiedetään tietävät luulen uskon ajattelen mielestäni mielestämme nähdä näen näkee näkyy "
        "nähdään katso katsoa kysyä kysyn kysyy kysymme kysytään kysyttiin kysyi kysytty kysyvät kysymys kysymykset "
        "vastaa vastasin lukea luen luin lukee lukevat lukekaa luetaan jää jäävät jäi jäädä jättää jätetään käy käydä "
        "käyvät kävi pysyä pysyy alkaa alkoi aloittaa loppu lopussa lopuksi lopulta loppuun näyttää näytetään tuntuu "
        "tuntea kuuluu kuulua koskee koskevat tapahtuu tapahtui tapahtunut johtaa johtuu löytyy löytää riittää riitä "
        "riittävästi riittäisi auttaa auttaisi maksaa maksavat tarkoittaa tarkoitus tarkoitan toimia toimii toimisi "
        "toimivat kuten juuri jopa edes vasta silti sitten silloin koko melkein lähes liian aivan todella tosi täysin "
        "varsin melko hieman vähän vähemmän paljon paljonko enemmän eniten aina usein joskus heti pian myöhemmin "
        "myöhässä ajoissa ajallaan aika aikaa ajan aikoihin aikana aikansa nykyisin nykyään tänään huomenna eilen "
        "vuosi vuoden vuotta vuodessa vuodesta vuosia vuosien vuonna vuosittain kuukausi kuukauden kuukautta kuukaudessa "
        "viikko viikon viikkoa viikossa viikolla päivä päivän päivää päivässä päivänä päivät päiviä kello asia asian "
        "asiaa asiassa asiasta asiaan asiat asioita asioista asioissa asioihin asialle asiana kohta kohdan kohtaan kohtaa "
        "kohdassa lause lauseen tapa tavan tapaa tavat esimerkki hyvä hyvän hyvää hyvät hyvin parempi paremmin paras "
        "huono huonosti iso ison isoa isot pieni pienen pientä pienet suuri suuret uusi uuden uutta uudet vanha sopiva "
        "sopivasti oikea oikein oikeasti varmasti ehkä kiitos kiitokset kyllä muuten lisää siksi sikäli vaikka kunhan "
        "kunnes jotta vai taas myös vielä jo nyt enää asti saakka alkaen takia vuoksi avulla lisäksi sijaan sijasta "
        "perusteella mukana mukaan mukaisesti kesken keskellä luona ohi auki kiinni ylös alas eteen perään sisällä "
        "saako saanko saammeko voiko voinko voisiko pitääkö onko tuleeko kannattaako riittääkö kirjata kirjaa kirjaan kirjatkaa "
        "kirjataan kirjattu lue ehdi ehdin ehtii ehdimme ehtivät selitän selittää pelkkä pelkän pelkkää odottaa odotan odotamme "
        "ulkona täällä siellä tuolla tänne sinne takaisin yhteinen yhteisen yhteistä yhteiset yhteiseen samoilla selvä "
        "selvästi tärkeä tärkeää tärkein tarpeeksi pois osa osan osaa osaksi joukko määrä mainita mainitaan sana sanan sanaa sanat pääsee pääse pääsevät pääsi päästä "
        "helppo helpon helppoa helpompi helpommin helposti vaikea vaikeaa vaikeasti etukäteen jälkikäteen kutsuttu "
        "mahdollinen mahdollista mahdollisesti erityisesti erikseen yleensä"
    ),
    "sv": (
        "mig dig sig honom henne oss dem jag du han hon ni vi man en ett den det de denna detta dessa som vilken vilket "
        "vilka någon något några ingen inget inga annan annat andra alla allt allting hela hel själv själva samma sådan "
        "sådant sådana varje var varandra båda egen eget egna ena första andra tredje sista två tre fyra fem sex sju åtta "
        "nio tio hundra tusen många mycket mer mest mera lite få färre är var varit vara vore bli blir blev blivit blivet "
        "har hade haft ha få får fick fått ska skall skulle vill ville velat kan kunde kunnat må måste bör borde behöver "
        "behövs behövde går gå gick gått gör göra gjorde gjort görs kommer komma kom kommit ta tar tog tagit tas ge ger "
        "gav gett ges sätta låter låta låt finns fanns finnas vet veta visste tycker tycka tror tro anser anse önskar "
        "föreslår föreslå stöder hoppas säger säga sade sagt sägs berätta berättar berättade skriv skriver skriva skrev "
        "läser läsa läst frågar fråga frågade svara svarar ser se såg sett visa visar hör höra tack gärna bra bättre bäst "
        "dåligt god gott goda stor stort stora liten litet små ny nytt nya rätt viktig viktigt viktiga också även bara "
        "just redan ännu ändå alltid aldrig ofta sällan ibland nu då sedan sen senare före efter efteråt innan förrän när "
        "där här dit hit hem ut in upp ner fram bort tillbaka hur varför därför eftersom för att om men och eller utan "
        "samt så att än inte ej icke aldrig från till med mot av på i hos vid under över mellan genom ur åt kring "
        "omkring per enligt gång gånger gången tid tiden tider år året åren månad månader vecka veckor veckan dag dagar "
        "dagen sak saker saken sätt sättet del delar ord punkt punkten exempel hjälp annars kanske nog väl ju igen räcker "
        "tillräckligt både varken antingen direkt genast lätt svårt helt ganska"
    ),
    "en": (
        "me him us them myself yourself itself themselves your yours our ours their theirs mine his hers this that these "
        "those who whom whose which what where when why how all any both each few more most other another some such no "
        "nor not only own same than too very can will just should now am is are was were be been being have has had "
        "having do does did doing would could might shall must may ought let say says said tell told ask asks asked know "
        "knows think thinks see seen look want wants wanted wish need needs needed take takes took give gives given come "
        "comes came go goes went put use used uses find found work works seem seems keep kept read write written thank "
        "thanks please good better best bad great big small new old right important also even always never often "
        "sometimes already still again once twice here there back away about above after against along around because "
        "before below between by down during for from further if in into of off on once out over through to under until "
        "up while with without one two three four five six seven eight nine ten first second third last next year years "
        "month months week weeks day days time times thing things way ways part parts point lot lots people example something someone somebody anything anyone anybody nothing nobody everything everyone everybody somewhere anywhere"
    ),
}


def silent_roots(stem: Callable[[str], str]) -> frozenset[str]:
    """The words of all languages that name nothing, and their stems: another form of them names nothing either."""
    words = {word for language in ("fi", "sv", "en") for word in (*_WORDS[language].split(), *small_words(language))}
    return frozenset(words | {root for word in words if len(root := stem(word)) > 3})
