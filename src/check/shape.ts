/** The reader's own rules, in a sentence each: what, why, what to do. Their messages stand in `src/locales`. */
import type { Tongue } from '../locales/texts.ts';
import type { ReaderRule } from '../playbook/finding.ts';
import type { RuleTexts } from './rule.ts';

export const SHAPE: Readonly<Record<ReaderRule, Readonly<Record<Tongue, Omit<RuleTexts, 'message'>>>>> = {
  'alias-limit': {
    en: {
      what: 'A file that repeats its texts with * too many times.',
      why: 'A few lines can swell to more than the memory holds, and nobody sees any longer what is said where.',
      todo: 'Write the text out in each place.',
    },
    sv: {
      what: 'En fil som upprepar texter med * för många gånger.',
      why: 'Några få rader kan svälla till mer än minnet rymmer, och ingen ser längre vad som sägs var.',
      todo: 'Skriv ut texten på varje ställe.',
    },
    nb: {
      what: 'En fil som gjenbruker tekst med * for mange ganger.',
      why: 'Noen få linjer kan vokse til mer enn minnet rommer, og ingen ser lenger hva som blir sagt hvor.',
      todo: 'Skriv hele teksten på hvert sted.',
    },
  },
  'bad-escape': {
    en: {
      what: 'A backslash in double quotes, before a character that means nothing there.',
      why: 'Nobody can tell which sign was meant, so the text cannot be read.',
      todo: 'Write the backslash twice, or put the text in single quotes.',
    },
    sv: {
      what: 'Ett omvänt snedstreck inom citattecken, före ett tecken som inte betyder något där.',
      why: 'Det går inte att veta vilket tecken som menas, så texten kan inte läsas.',
      todo: 'Skriv snedstrecket två gånger, eller sätt texten inom enkla citattecken.',
    },
    nb: {
      what: 'En omvendt skråstrek i anførselstegn, foran et tegn som ikke betyr noe der.',
      why: 'Ingen kan vite hvilket tegn som er ment, så teksten kan ikke leses.',
      todo: 'Skriv skråstreken to ganger, eller sett teksten i enkle anførselstegn.',
    },
  },
  'bad-id': {
    en: {
      what: 'A name with capitals, spaces or other signs than a–z, digits and hyphens.',
      why: 'Scripts, saved sessions and other files refer to it by this name, and must be able to write it.',
      todo: 'Use small letters a–z, digits and hyphens, starting with a letter: late-parcel.',
    },
    sv: {
      what: 'Ett namn med stora bokstäver, mellanslag eller andra tecken än a–z, siffror och bindestreck.',
      why: 'Manus, sparade samtal och andra filer hänvisar till det med det här namnet och måste kunna skriva det.',
      todo: 'Använd små bokstäver a–z, siffror och bindestreck, med en bokstav först: sen-leverans.',
    },
    nb: {
      what: 'Et navn med store bokstaver, mellomrom eller andre tegn enn a–z, tall og bindestrek.',
      why: 'Manus, lagrede samtaler og andre filer viser til det med dette navnet og må kunne skrive det.',
      todo: 'Bruk små bokstaver a–z, tall og bindestrek, med en bokstav først: sen-levering.',
    },
  },
  'bad-value': {
    en: {
      what: 'A word that cannot be chosen where it stands, or the same value twice in a list.',
      why: 'svalka would have to guess what is meant, and a wrong guess shows only in the conversation.',
      todo: 'Choose one of the words that the message lists, or remove the repetition.',
    },
    sv: {
      what: 'Ett ord som inte går att välja där det står, eller samma värde två gånger i en lista.',
      why: 'svalka skulle få gissa vad som menas, och en felgissning märks först i samtalet.',
      todo: 'Välj ett av orden som står i meddelandet, eller ta bort upprepningen.',
    },
    nb: {
      what: 'Et ord som ikke kan velges der det står, eller samme verdi to ganger i en liste.',
      why: 'svalka måtte gjette hva som er ment, og en feil gjetning merkes først i samtalen.',
      todo: 'Velg et av ordene som står i meldingen, eller fjern gjentakelsen.',
    },
  },
  'control-character': {
    en: {
      what: 'An invisible character that steers the screen, hides text or turns its direction.',
      why: 'What is shown is then not what stands in the file, and the terminal can be made to do what nobody asked for.',
      todo: 'Delete it and type the line again; it often comes along with pasted text.',
    },
    sv: {
      what: 'Ett osynligt tecken som styr skärmen, döljer text eller vänder på textens riktning.',
      why: 'Det som visas är då inte det som står i filen, och terminalen kan fås att göra sådant som ingen bett om.',
      todo: 'Ta bort tecknet och skriv raden på nytt; det följer ofta med när man klistrar in text.',
    },
    nb: {
      what: 'Et usynlig tegn som styrer skjermen, skjuler tekst eller snur retningen på den.',
      why: 'Da er det som vises, ikke det som står i filen, og terminalen kan få beskjed om å gjøre ting ingen har bedt om.',
      todo: 'Fjern tegnet, og skriv linjen på nytt; det følger ofte med når man limer inn tekst.',
    },
  },
  'depth-limit': {
    en: {
      what: 'Lines or brackets inside each other in more levels than any content needs.',
      why: 'One gets that deep only by mistake, or to make the program give up.',
      todo: 'Take levels away until the file looks like one that works.',
    },
    sv: {
      what: 'Rader eller parenteser inuti varandra i fler nivåer än något innehåll behöver.',
      why: 'Så djupt hamnar man bara av misstag, eller för att få programmet att ge upp.',
      todo: 'Ta bort nivåer tills filen ser ut som en som fungerar.',
    },
    nb: {
      what: 'Linjer eller parenteser inni hverandre i flere nivåer enn noe innhold trenger.',
      why: 'Så dypt kommer man bare ved et uhell, eller for å få programmet til å gi opp.',
      todo: 'Fjern nivåer til filen ser ut som en som fungerer.',
    },
  },
  'duplicate-id': {
    en: {
      what: 'Two files of the same kind with the same name.',
      why: 'Only one of them can be used, and nobody sees which.',
      todo: 'Give one of them another name.',
    },
    sv: {
      what: 'Två filer av samma slag med samma namn.',
      why: 'Bara den ena kan användas, och ingen ser vilken.',
      todo: 'Skriv ett annat namn i en av dem.',
    },
    nb: {
      what: 'To filer av samme slag med samme navn.',
      why: 'Bare den ene kan brukes, og ingen ser hvilken.',
      todo: 'Gi en av dem et annet navn.',
    },
  },
  'duplicate-key': {
    en: {
      what: 'The same name twice in one place.',
      why: 'One of the two would vanish without anybody noticing.',
      todo: 'Remove one of them, or give it another name.',
    },
    sv: {
      what: 'Samma namn två gånger på samma ställe.',
      why: 'Det ena skulle försvinna utan att någon märkte det.',
      todo: 'Ta bort det ena, eller byt namn på det.',
    },
    nb: {
      what: 'Samme navn to ganger på samme sted.',
      why: 'Det ene ville forsvunnet uten at noen merket det.',
      todo: 'Fjern det ene, eller gi det et annet navn.',
    },
  },
  'empty-file': {
    en: {
      what: 'A file that is empty or holds nothing but comments.',
      why: 'Something that should stand there is missing, and nothing else tells of it.',
      todo: 'Write its content, with the line schema: 1 first, or delete the file.',
    },
    sv: {
      what: 'En fil som är tom eller bara innehåller kommentarer.',
      why: 'Något som skulle ha stått där saknas, och det märks inte på något annat sätt.',
      todo: 'Skriv innehållet, med raden schema: 1 först, eller ta bort filen.',
    },
    nb: {
      what: 'En fil som er tom eller bare inneholder kommentarer.',
      why: 'Noe som skulle stått der, mangler, og det merkes ikke på noen annen måte.',
      todo: 'Skriv innholdet, med linjen schema: 1 først, eller slett filen.',
    },
  },
  'forbidden-key': {
    en: {
      what: 'A name that is taken, because the program itself uses it.',
      why: 'It can change how svalka works, far from where it stands.',
      todo: 'Choose another name.',
    },
    sv: {
      what: 'Ett namn som är upptaget, eftersom programmet självt använder det.',
      why: 'Det kan ändra hur svalka fungerar, långt från där det står.',
      todo: 'Välj ett annat namn.',
    },
    nb: {
      what: 'Et navn som er opptatt, fordi programmet selv bruker det.',
      why: 'Det kan endre hvordan svalka virker, langt fra der det står.',
      todo: 'Velg et annet navn.',
    },
  },
  'missing-colon': {
    en: {
      what: 'A line with no colon after its name, or no space after the colon.',
      why: 'The line then runs into the next one, and its text is lost.',
      todo: 'Write name, colon, space and text: name: "text".',
    },
    sv: {
      what: 'En rad utan kolon efter namnet, eller utan mellanslag efter kolonet.',
      why: 'Då flyter raden ihop med nästa, och texten går förlorad.',
      todo: 'Skriv namn, kolon, mellanslag och text: namn: "text".',
    },
    nb: {
      what: 'En linje uten kolon etter navnet, eller uten mellomrom etter kolonet.',
      why: 'Da flyter linjen sammen med den neste, og teksten går tapt.',
      todo: 'Skriv navn, kolon, mellomrom og tekst: navn: "tekst".',
    },
  },
  'missing-key': {
    en: {
      what: 'Something that is missing, though every file of its kind must have it.',
      why: 'Without it there is a hole in the middle of the conversation.',
      todo: 'Add a line with the name that the message gives; the files that come with svalka show how.',
    },
    sv: {
      what: 'Något som saknas, fast alla filer av det slaget måste ha det.',
      why: 'Utan det blir det ett hål mitt i samtalet.',
      todo: 'Lägg till en rad med namnet som står i meddelandet; de filer som följer med svalka visar hur.',
    },
    nb: {
      what: 'Noe som mangler, selv om alle filer av det slaget må ha det.',
      why: 'Uten det blir det et hull midt i samtalen.',
      todo: 'Legg til en linje med navnet som står i meldingen; filene som følger med svalka, viser hvordan.',
    },
  },
  'no-tags': {
    en: {
      what: 'A word outside quotes that begins with an exclamation mark.',
      why: 'YAML takes it for an order on how to read what follows, and the word itself is lost.',
      todo: 'Remove the exclamation mark, or put the text in quotes.',
    },
    sv: {
      what: 'Ett ord utan citattecken som börjar med utropstecken.',
      why: 'YAML tar det som en anvisning om hur resten ska läsas, och själva ordet försvinner.',
      todo: 'Ta bort utropstecknet, eller sätt texten inom citattecken.',
    },
    nb: {
      what: 'Et ord uten anførselstegn som begynner med utropstegn.',
      why: 'YAML tar det som en beskjed om hvordan resten skal leses, og selve ordet forsvinner.',
      todo: 'Fjern utropstegnet, eller sett teksten i anførselstegn.',
    },
  },
  'not-utf8': {
    en: {
      what: 'A file that is saved in another encoding than UTF-8.',
      why: 'The letters å, ä, ö, æ and ø would come out as gibberish.',
      todo: 'Save it again with the encoding UTF-8.',
    },
    sv: {
      what: 'En fil som är sparad med en annan teckenkodning än UTF-8.',
      why: 'Å, ä och ö skulle bli obegripliga tecken.',
      todo: 'Spara om den med teckenkodningen UTF-8.',
    },
    nb: {
      what: 'En fil som er lagret med en annen tegnkoding enn UTF-8.',
      why: 'Æ, ø og å ville blitt uforståelige tegn.',
      todo: 'Lagre den på nytt med tegnkodingen UTF-8.',
    },
  },
  'number-range': {
    en: {
      what: 'A number that is lower or higher than it may be.',
      why: 'Temperatures and weights mean something only within their scale.',
      todo: 'Write a number within the limit that the message gives.',
    },
    sv: {
      what: 'Ett tal som är lägre eller högre än det får vara.',
      why: 'Temperaturer och vikter betyder bara något inom sin skala.',
      todo: 'Skriv ett tal inom gränsen som står i meddelandet.',
    },
    nb: {
      what: 'Et tall som er lavere eller høyere enn det kan være.',
      why: 'Temperaturer og vekter betyr bare noe innenfor skalaen sin.',
      todo: 'Skriv et tall innenfor grensen som står i meldingen.',
    },
  },
  'one-document': {
    en: {
      what: 'A line --- or ... in the middle of a file, so that a new text begins after it.',
      why: 'Only the first would be read, and the rest would vanish without anybody noticing.',
      todo: 'Put the rest in a file of its own, or remove the line.',
    },
    sv: {
      what: 'En rad --- eller ... mitt i en fil, så att en ny text börjar efter den.',
      why: 'Bara den första skulle läsas, och resten försvinna utan att någon märkte det.',
      todo: 'Lägg resten i en egen fil, eller ta bort raden.',
    },
    nb: {
      what: 'En linje --- eller ... midt i en fil, slik at en ny tekst begynner etter den.',
      why: 'Bare den første ville blitt lest, og resten ville forsvunnet uten at noen merket det.',
      todo: 'Legg resten i en egen fil, eller fjern linjen.',
    },
  },
  'quote-inside': {
    en: {
      what: 'A quotation mark inside a text that begins with the same mark.',
      why: 'YAML believes that the text ends there, and the rest cannot be read.',
      todo: 'Use typographic marks inside the text: ” in Swedish, « and » in Norwegian.',
    },
    sv: {
      what: 'Ett citattecken inne i en text som börjar med ett likadant.',
      why: 'YAML tror att texten slutar där, och resten går inte att läsa.',
      todo: 'Skriv ” inne i texten i stället.',
    },
    nb: {
      what: 'Et anførselstegn inni en tekst som begynner med et likt tegn.',
      why: 'YAML tror at teksten slutter der, og resten kan ikke leses.',
      todo: 'Skriv « og » inni teksten i stedet.',
    },
  },
  'reserved-character': {
    en: {
      what: 'A text outside quotes that begins with a sign which YAML needs for itself, such as { [ @ % & or *.',
      why: 'YAML reads it as something else than words, and part of it can be lost.',
      todo: 'Put the whole text in quotes: "…".',
    },
    sv: {
      what: 'En text utan citattecken som börjar med ett tecken som YAML behöver självt, till exempel { [ @ % & eller *.',
      why: 'YAML läser den som något annat än ord, och en del av den kan försvinna.',
      todo: 'Sätt hela texten inom citattecken: "…".',
    },
    nb: {
      what: 'En tekst uten anførselstegn som begynner med et tegn YAML trenger selv, for eksempel { [ @ % & eller *.',
      why: 'YAML leser den som noe annet enn ord, og en del av den kan forsvinne.',
      todo: 'Sett hele teksten i anførselstegn: "…".',
    },
  },
  'schema-version': {
    en: {
      what: 'A file in another version of the format than the one svalka reads.',
      why: 'Its lines may mean something else there, so nothing in it can be trusted.',
      todo: 'Update svalka, or write the version that the message gives and mend what is then reported.',
    },
    sv: {
      what: 'En fil i en annan version av formatet än den som svalka läser.',
      why: 'Raderna kan betyda något annat där, så innehållet går inte att lita på.',
      todo: 'Uppdatera svalka, eller skriv versionen som står i meddelandet och rätta de fel som då visas.',
    },
    nb: {
      what: 'En fil i en annen versjon av formatet enn den svalka leser.',
      why: 'Linjene kan bety noe annet der, så innholdet er ikke til å stole på.',
      todo: 'Oppdater svalka, eller skriv versjonen som står i meldingen, og rett de feilene som da vises.',
    },
  },
  'size-limit': {
    en: {
      what: 'A file that is larger, or holds more values, than svalka reads.',
      why: 'Anything so large is seldom meant as content, and it takes time and memory to read.',
      todo: 'Split it into several files, or move it out of the folder.',
    },
    sv: {
      what: 'En fil som är större, eller har fler värden, än svalka läser.',
      why: 'Något så stort är sällan tänkt som innehåll, och det tar tid och minne att läsa.',
      todo: 'Dela upp den på flera filer, eller flytta den ur mappen.',
    },
    nb: {
      what: 'En fil som er større, eller har flere verdier, enn svalka leser.',
      why: 'Noe så stort er sjelden ment som innhold, og det tar tid og minne å lese det.',
      todo: 'Del den i flere filer, eller flytt den ut av mappen.',
    },
  },
  'tab-indent': {
    en: {
      what: 'A line that is indented with a tab.',
      why: 'A tab is not equally wide in all programs, so YAML cannot know what the line belongs to.',
      todo: 'Use spaces, two for each level.',
    },
    sv: {
      what: 'En rad som är indragen med tabb.',
      why: 'En tabb är olika bred i olika program, så YAML kan inte veta vad raden hör till.',
      todo: 'Använd mellanslag, två för varje nivå.',
    },
    nb: {
      what: 'En linje som er rykket inn med tabulator.',
      why: 'En tabulator er ulikt bred i ulike programmer, så YAML kan ikke vite hva linjen hører til.',
      todo: 'Bruk mellomrom, to for hvert nivå.',
    },
  },
  'text-length': {
    en: {
      what: 'A text that is empty or far too long.',
      why: 'An empty text leaves whoever answers without words, and a very long one nobody can take in.',
      todo: 'Write something, shorten the text, or remove the line.',
    },
    sv: {
      what: 'En text som är tom eller alldeles för lång.',
      why: 'En tom text lämnar den som svarar utan ord, och en mycket lång hinner ingen ta till sig.',
      todo: 'Skriv något, korta ner texten eller ta bort raden.',
    },
    nb: {
      what: 'En tekst som er tom eller altfor lang.',
      why: 'En tom tekst lar den som svarer, stå uten ord, og en svært lang rekker ingen å få med seg.',
      todo: 'Skriv noe, kort ned teksten eller fjern linjen.',
    },
  },
  'too-few': {
    en: {
      what: 'A list or a group with too few parts.',
      why: 'With nothing to say, or only one answer to choose, there is nothing to practise.',
      todo: 'Add as many as the message asks for.',
    },
    sv: {
      what: 'En lista eller en grupp med för få delar.',
      why: 'Finns det inget att säga, eller bara ett svar att välja, finns det inget att öva på.',
      todo: 'Lägg till så många som meddelandet ber om.',
    },
    nb: {
      what: 'En liste eller en gruppe med for få deler.',
      why: 'Er det ingenting å si, eller bare ett svar å velge, er det ingenting å øve på.',
      todo: 'Legg til så mange som meldingen ber om.',
    },
  },
  'too-many': {
    en: {
      what: 'A list or a group with too many parts.',
      why: 'What does not fit on one screen is not read in the middle of a conversation.',
      todo: 'Remove the weakest, or divide them.',
    },
    sv: {
      what: 'En lista eller en grupp med för många delar.',
      why: 'Det som inte får plats på en skärm blir inte läst mitt i ett samtal.',
      todo: 'Ta bort de svagaste, eller dela upp dem.',
    },
    nb: {
      what: 'En liste eller en gruppe med for mange deler.',
      why: 'Det som ikke får plass på én skjerm, blir ikke lest midt i en samtale.',
      todo: 'Fjern de svakeste, eller del dem opp.',
    },
  },
  'unclosed-bracket': {
    en: {
      what: 'A bracket [ or { that does not add up, or a missing comma within brackets.',
      why: 'It swallows the lines below, and nobody can know where it should have ended.',
      todo: 'Close each bracket with its partner, and put a comma between two values.',
    },
    sv: {
      what: 'En parentes [ eller { som inte går ihop, eller ett komma som fattas inom en parentes.',
      why: 'Den sväljer raderna under, och det går inte att veta var den skulle ha slutat.',
      todo: 'Avsluta varje parentes med den som hör till, och sätt komma mellan två värden.',
    },
    nb: {
      what: 'En parentes [ eller { som ikke går opp, eller et komma som mangler i en parentes.',
      why: 'Den sluker linjene under, og ingen kan vite hvor den skulle ha sluttet.',
      todo: 'Lukk hver parentes med den som hører til, og sett komma mellom to verdier.',
    },
  },
  'unclosed-quote': {
    en: {
      what: 'A quotation mark that begins a text, with none to end it.',
      why: 'The text swallows the lines below, up to the next quotation mark.',
      todo: 'Put the same mark at the end of the text.',
    },
    sv: {
      what: 'Ett citattecken som börjar en text, utan något som avslutar den.',
      why: 'Texten sväljer raderna under, ända till nästa citattecken.',
      todo: 'Sätt ett likadant sist i texten.',
    },
    nb: {
      what: 'Et anførselstegn som begynner en tekst, uten noe som avslutter den.',
      why: 'Teksten sluker linjene under, helt til neste anførselstegn.',
      todo: 'Sett et likt der teksten slutter.',
    },
  },
  'unknown-key': {
    en: {
      what: 'A name that does not belong where it stands, often a slip of spelling.',
      why: 'What stands under it would be passed over in silence.',
      todo: 'Use one of the names that the message lists, or remove the line.',
    },
    sv: {
      what: 'Ett namn som inte hör hemma där det står, ofta ett stavfel.',
      why: 'Det som står under det skulle förbigås i tysthet.',
      todo: 'Använd ett av namnen som står i meddelandet, eller ta bort raden.',
    },
    nb: {
      what: 'Et navn som ikke hører hjemme der det står, ofte en skrivefeil.',
      why: 'Det som står under det, ville blitt forbigått i stillhet.',
      todo: 'Bruk et av navnene som står i meldingen, eller fjern linjen.',
    },
  },
  'unknown-kind': {
    en: {
      what: 'A file that does not say what kind of content it holds.',
      why: 'svalka cannot guess whether it is a playbook or a scenario, so nothing in it is used.',
      todo: 'Write a line with kind and name, such as playbook: my-name or scenario: my-name.',
    },
    sv: {
      what: 'En fil där det inte framgår vad det är för innehåll.',
      why: 'svalka kan inte gissa om det är en teknik eller ett samtal, så inget i den används.',
      todo: 'Skriv en rad med slag och namn, till exempel playbook: mitt-namn eller scenario: mitt-namn.',
    },
    nb: {
      what: 'En fil der det ikke går fram hva slags innhold det er.',
      why: 'svalka kan ikke gjette om det er en teknikk eller en samtale, så ingenting i den blir brukt.',
      todo: 'Skriv en linje med slag og navn, for eksempel playbook: mitt-navn eller scenario: mitt-navn.',
    },
  },
  'unknown-slot': {
    en: {
      what: 'A slot { } that does not exist, stands elsewhere than in a phrase, or lacks a brace.',
      why: 'Whoever answers is left with braces to read out instead of words.',
      todo: 'Use a slot that exists, such as {lösning} or {løsning}, or write words instead.',
    },
    sv: {
      what: 'En lucka { } som inte finns, står någon annanstans än i en fras eller saknar en parentes.',
      why: 'Den som svarar får parenteser att läsa upp i stället för ord.',
      todo: 'Använd en lucka som finns, till exempel {lösning}, eller skriv ord i stället.',
    },
    nb: {
      what: 'Et felt { } som ikke finnes, står et annet sted enn i en frase eller mangler en parentes.',
      why: 'Den som svarer, får parenteser å lese opp i stedet for ord.',
      todo: 'Bruk et felt som finnes, for eksempel {løsning}, eller skriv ord i stedet.',
    },
  },
  'unknown-target': {
    en: {
      what: 'A reference to something that does not exist: a playbook, a step, an answer or a source.',
      why: 'There the conversation would lead nowhere.',
      todo: 'Mend the name, or add what it should lead to.',
    },
    sv: {
      what: 'En hänvisning till något som inte finns: en teknik, ett steg, ett svar eller en källa.',
      why: 'Där skulle samtalet inte leda någonstans.',
      todo: 'Rätta namnet, eller lägg till det som det ska leda till.',
    },
    nb: {
      what: 'En henvisning til noe som ikke finnes: en teknikk, et steg, et svar eller en kilde.',
      why: 'Der ville samtalen ikke ført noe sted.',
      todo: 'Rett navnet, eller legg til det som det skal føre til.',
    },
  },
  'unquoted-colon': {
    en: {
      what: 'A text with a colon in it, outside quotes.',
      why: 'YAML takes the words before the colon for a name, and the text falls apart.',
      todo: 'Put the whole text in quotes.',
    },
    sv: {
      what: 'En text med kolon i, utan citattecken.',
      why: 'YAML tar orden före kolonet för ett namn, och texten faller isär.',
      todo: 'Sätt hela texten inom citattecken.',
    },
    nb: {
      what: 'En tekst med kolon i, uten anførselstegn.',
      why: 'YAML tar ordene foran kolonet for et navn, og teksten faller fra hverandre.',
      todo: 'Sett hele teksten i anførselstegn.',
    },
  },
  'unreadable-file': {
    en: {
      what: 'A file that cannot be opened, or a link that leads out of its folder.',
      why: 'What it holds is left out, and a link can draw in what was never meant to be read.',
      todo: 'Put the file itself in the folder, and see that you may open it.',
    },
    sv: {
      what: 'En fil som inte går att öppna, eller en länk som leder ut ur mappen.',
      why: 'Det som står i den kommer inte med, och en länk kan dra in sådant som aldrig var tänkt att läsas.',
      todo: 'Lägg själva filen i mappen, och se till att du får öppna den.',
    },
    nb: {
      what: 'En fil som ikke kan åpnes, eller en lenke som fører ut av mappen.',
      why: 'Det som står i den, kommer ikke med, og en lenke kan trekke inn ting som aldri var ment å bli lest.',
      todo: 'Legg selve filen i mappen, og sjekk at du har lov til å åpne den.',
    },
  },
  'wrong-indent': {
    en: {
      what: 'A line that begins further in or out than the lines it belongs with.',
      why: 'YAML looks at the indent alone to see what belongs together.',
      todo: 'Let lines that belong together begin equally far in.',
    },
    sv: {
      what: 'En rad som börjar längre in eller ut än de rader den hör ihop med.',
      why: 'YAML ser bara på indraget vad som hör ihop.',
      todo: 'Låt rader som hör ihop börja lika långt in.',
    },
    nb: {
      what: 'En linje som begynner lenger inne eller ute enn de linjene den hører sammen med.',
      why: 'YAML ser bare av innrykket hva som hører sammen.',
      todo: 'La linjer som hører sammen, begynne like langt inne.',
    },
  },
  'wrong-type': {
    en: {
      what: 'A text where a list should stand, a number where a text should stand, or the like.',
      why: 'What has the wrong form can be neither said nor played.',
      todo: 'Write it the way the message says; the files that come with svalka show how.',
    },
    sv: {
      what: 'En text där det ska stå en lista, ett tal där det ska stå en text, eller liknande.',
      why: 'Det som har fel form går varken att säga eller spela upp.',
      todo: 'Skriv det så som meddelandet säger; de filer som följer med svalka visar hur.',
    },
    nb: {
      what: 'En tekst der det skal stå en liste, et tall der det skal stå en tekst, eller lignende.',
      why: 'Det som har feil form, kan verken sies eller spilles.',
      todo: 'Skriv det slik meldingen sier; filene som følger med svalka, viser hvordan.',
    },
  },
  'yaml-syntax': {
    en: {
      what: 'A line that cannot be read as YAML, for a reason that no other rule knows.',
      why: 'From there on, nothing in the file can be read.',
      todo: 'Compare it with a line that works: look for colons, indents and quotation marks.',
    },
    sv: {
      what: 'En rad som inte går att läsa som YAML, av ett skäl som ingen annan regel känner till.',
      why: 'Därifrån går inget i filen att läsa.',
      todo: 'Jämför den med en rad som fungerar: titta efter kolon, indrag och citattecken.',
    },
    nb: {
      what: 'En linje som ikke kan leses som YAML, av en grunn som ingen annen regel kjenner til.',
      why: 'Derfra kan ingenting i filen leses.',
      todo: 'Sammenlign den med en linje som fungerer: Se etter kolon, innrykk og anførselstegn.',
    },
  },
};
