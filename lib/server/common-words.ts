import 'server-only';

/**
 * Words of which guessable passwords are made: what the published lists of leaked passwords have in common
 * (months, teams, endearments, defaults of devices), and this product's own words. A password of fifteen
 * characters on those lists is nearly always one or two of these with filling, so a list of words does what a
 * list of millions of passwords does.
 */
export const commonWords: readonly string[] = words(`
  password passwort passwd passcode passphrase contrasena motdepasse senha parola wachtwoord haslo salasana
  secret geheim letmein welcome willkommen bienvenue hello hallo bonjour login logon signin admin administrator
  administrador root toor user username guest gast test testing tester temp temporary default changeme change
  access master superuser super system server service support office company business computer internet online
  website network security secure private public account database oracle windows microsoft apple google facebook
  twitter amazon samsung iphone android linux ubuntu debian chrome firefox laptop desktop keyboard router
  galley newsroom editor reporter factcheck
  iloveyou ilove loveyou love lover lovely forever always baby babygirl babyboy honey sweet sweetheart darling
  princess prince queen king angel angels beautiful sunshine rainbow flower butterfly buttercup cookie chocolate
  cheese banana orange cherry pepper ginger sugar candy coffee summer sommer winter autumn spring monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september october
  november december january football fussball soccer baseball basketball hockey tennis golf liverpool arsenal
  chelsea barcelona juventus realmadrid yankees cowboys lakers steelers eagles rangers dragon monkey tiger lion
  shadow hunter killer ninja samurai warrior knight wizard merlin phoenix falcon eagle panther wolf bear horse
  puppy kitty cat dog bird fish batman superman spiderman starwars pokemon naruto matrix trustno one two three
  four five six seven eight nine zero michael jennifer jessica ashley daniel thomas
  robert jordan michelle charlie andrew matthew anthony joshua nicole amanda hannah maggie george harley
  william david james john maria anna peter stefan alexander christian sebastian mother father family friend
  friends home house money dollar million lucky happy smile freedom peace hope faith jesus christ blessed heaven
  america england france germany deutschland berlin london paris newyork texas california canada australia india
  qwerty qwertz azerty asdf zxcv abc xyz iamthe themaster the this that is my your you me and for with not new
  old big best good bad hot cool black white red blue green purple yellow silver golden gold diamond crystal
  whatever nothing something anything please open sesame enter pass word key code number life world star moon
`);

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))].filter((word) => word.length >= 3);
}
