/**
 * What a full stop may belong to besides the end of a sentence, by language. Words stand without their last stop and in
 * the case in which they are written. Compiled from style guides and CLDR's suppression lists (UTS 35, "ss-standard").
 */
export type Abbreviations = {
  /** Never end a sentence: "Dr.", "e.g.". */
  readonly never: ReadonlySet<string>;
  /** Do not end one before a number: "No. 5", "Jan. 3", "p. 12". */
  readonly beforeNumber: ReadonlySet<string>;
  /** Go on before everything but a word with which sentences begin: "in the U.S. The firm". */
  readonly mayEnd: ReadonlySet<string>;
  /** Words with which sentences often begin and names seldom, in lower case. */
  readonly starters: ReadonlySet<string>;
  /** A number with a stop is an ordinal: "3. März". */
  readonly hasOrdinals: boolean;
};

/** The abbreviations of a language by its BCP 47 code. A language that is not listed has none; null is English. */
export function abbreviationsOf(language: string | null): Abbreviations {
  const code = (language ?? 'en').toLowerCase().split('-')[0] ?? '';
  return byLanguage.get(code) ?? noneKnown;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
const noneKnown: Abbreviations = {
  never: new Set(),
  beforeNumber: new Set(),
  mayEnd: new Set(),
  starters: new Set(),
  hasOrdinals: false,
};

const english: Abbreviations = {
  never: list(
    'Dr Mr Mrs Ms Mx Prof Gen Lt Col Sen Gov Rep Rev Hon Capt Cpt Sgt Maj Cmdr Adm Supt Insp Messrs Mme Mlle Pres Mt ' +
      'Ft Fr vs viz cf approx ca incl e.g i.e',
  ),
  beforeNumber: list(
    'No Nos Nr p pp fig figs Fig Figs vol vols Vol ch chap Ch Chap sec sect Sec Sect art arts Art para paras Para ' +
      'pt Pt eq tab Tab ref v c tel Tel ext Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu ' +
      'Thur Thurs Fri Sat Sun',
  ),
  mayEnd: list(
    'Inc Ltd Co Corp Bros Jr Sr St Ave Rd Blvd Sq Ph.D Univ Dept dept Assn est Est Govt govt Natl Intl Mfg hr hrs ' +
      'min sec lb lbs oz pts yd yds km kg al eds trans Conn Calif Fla Tex Mich Minn Okla Penn Tenn Va Wis Ala Ariz ' +
      'Colo Kan Ky Md Mont Neb Nev',
  ),
  starters: list(
    'the a an it he she they we you i this that these those there but and so yet or nor in on at for from with by ' +
      'without when while after before since until if as although though because however meanwhile moreover instead ' +
      'according its his her their our my your what who whom whose why how where which one some many most few ' +
      'several no not nobody nothing none all both each every more another other others here now then thus also even ' +
      'still only once today yesterday tomorrow last next under over during despite among between about',
  ),
  hasOrdinals: false,
};

const german: Abbreviations = {
  never: list(
    'Dr Prof Dipl Ing Dipl.-Ing Fr Hr Hrn bzw ca vgl Vgl z.B d.h u.a s.o s.u evtl ggf inkl exkl sog Fa Hl Frhr Abg ' +
      'Gen Bsp geb gest',
  ),
  beforeNumber: list(
    'Nr nr S s Abs Art Bd Kap Ziff Tel Abb Tab Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Str',
  ),
  mayEnd: list('Mio Mrd Tsd Jh Jhd Std St'),
  starters: list(
    'der die das den dem des ein eine einer einem einen er sie es wir ihr ich dies diese dieser dieses aber und oder ' +
      'doch so in im am an auf bei mit ohne nach von vom vor zu zum zur als wenn weil da dann dort hier heute gestern ' +
      'morgen wer was wie wo warum nun auch noch nur nicht kein keine alle viele manche seit sein seine ihre unter ' +
      'über zwischen trotz wegen laut damit danach dabei dagegen jedoch',
  ),
  hasOrdinals: true,
};

const french: Abbreviations = {
  never: list('M MM Mme Mmes Mlle Mlles Me Mes Dr Pr Prof St Ste cf env av apr c.-à-d p.ex'),
  beforeNumber: list('p pp n no nos art Art fig vol chap t janv févr avr juil sept oct nov déc tél Tél bd'),
  mayEnd: list('Cie hab éd'),
  starters: list(
    'le la les un une des il elle ils elles on nous vous je tu ce cet cette ces mais et ou or donc dans en au aux du ' +
      'de à sur sous pour par avec sans quand si comme après avant selon depuis qui que quoi pourquoi comment où son ' +
      'sa ses leur leurs notre aucun tout tous plus pas ainsi alors hier demain l d c j qu',
  ),
  hasOrdinals: false,
};

const spanish: Abbreviations = {
  never: list('Sr Sra Sres Sras Srta Dr Dra Prof Profa D Dª Ing Lic Gral Sto Sta Fr ej aprox cf EE'),
  beforeNumber: list(
    'n núm Núm p pp pág págs art Art fig vol cap ene feb mar abr may jun jul ago sep sept oct nov dic tel',
  ),
  mayEnd: list('Cía Ud Uds Vd Vds Avda UU'),
  starters: list(
    'el la los las un una unos unas él ella ellos ellas nosotros yo tú en y e pero o u no ni es son este esta estos ' +
      'estas ese esa esos lo su sus se al del de a por para con sin cuando si como según desde hasta qué quién cómo ' +
      'dónde todo todos más también así ayer hoy mañana entre sobre tras',
  ),
  hasOrdinals: false,
};

const withOrdinals = { ...noneKnown, hasOrdinals: true };
const byLanguage: ReadonlyMap<string, Abbreviations> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ...['cs', 'da', 'et', 'fi', 'hr', 'hu', 'is', 'nb', 'nn', 'no', 'sk', 'sl'].map(
    (code): [string, Abbreviations] => [code, withOrdinals],
  ),
]);
