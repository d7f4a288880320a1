import { expect, test } from 'vitest';
import { objectionToPassword } from './password-rules';

const about = ['ingrid.halloran@courier.example', 'Ingrid Halloran'];

test.each([
  ['pencil-otter-granite-lamp'],
  ['correct horse battery staple'],
  ['Lehmziegel dämmert über Kiel'],
  ['zebra77!marmalade.tuba'],
  ['pencil otter 14'],
  ['ein-langer-satz-ohne-sinn'],
  ['kx9#Lp2$vTq8!mZr'],
  ['галерея без окон'],
  ['the ingrid tree stands near a small pond'],
])('accepts %s', (password) => {
  expect(objectionToPassword(password, about)).toBeUndefined();
});

test.each([
  ['short', 'pencil otter', 'at least 15'],
  ['long', 'pencil-otter '.repeat(11), 'at most 128'],
  ['one character', 'aaaaaaaaaaaaaaaaaa', 'too few characters'],
  ['few characters', 'abababababababab', 'too few characters'],
  ['a repeated word', 'marble7marble7marble7', 'repeats itself'],
  ['a common word twice', 'passwordpassword', 'easy to guess'],
  ['common words with a year', 'SummerPassword2026!', 'easy to guess'],
  ['common words in disguise', 'P@ssw0rd!Welc0me!', 'easy to guess'],
  ['rows of keys', 'qwertyuiopasdfghjkl', 'easy to guess'],
  ['counting', '1234567890123456', 'easy to guess'],
  ['counting and the alphabet', 'abcdefgh12345678', 'easy to guess'],
  ['an endearment', 'iloveyouforever1', 'easy to guess'],
  ['the product', 'galleygalley-2026', 'easy to guess'],
  ['the name', 'ingridhalloran77', 'your name'],
  ['the e-mail name', 'Halloran-Ingrid-2', 'your name'],
])('refuses a password that is %s', (_, password, words) => {
  expect(objectionToPassword(password, about)).toContain(words);
});
