import { describe, expect, it } from 'vitest';
import { guessLanguage } from './guess-language';

describe('guessLanguage', () => {
  it.each([
    [
      'en',
      'The port authority said on Tuesday that the deepening of the harbour, which was approved in 2021, has been delayed and that costs are rising for the city and the state.',
    ],
    [
      'de',
      'Die Hafenbehörde erklärte am Dienstag, dass die Vertiefung des Hafens, die 2021 beschlossen wurde, nicht mit den Mitteln der Stadt und auch nicht mit dem Geld des Landes bezahlt wird.',
    ],
    [
      'fr',
      'Les autorités du port ont déclaré que le projet, qui est contesté, est retardé et que les coûts sont plus élevés pour la ville et pour les habitants dans une région qui a peu.',
    ],
    [
      'es',
      'La autoridad del puerto dijo que los costos para la ciudad son más altos y que el proyecto, como los otros, fue aprobado por el consejo con una mayoría y para sus socios.',
    ],
    ['ja', '港湾の浚渫費用は見積もりの二倍になると市が発表した。東京の会議で決定された。'],
    ['zh', '港口疏浚费用将是估算的两倍，港务局周二表示。环保组织宣布提起诉讼。'],
    ['ru', 'Углубление гавани обойдётся вдвое дороже сметы, заявило управление порта.'],
    ['uk', 'Поглиблення гавані коштуватиме вдвічі дорожче, ніж планувалося, заявили в управлінні.'],
    ['ar', 'قالت هيئة الميناء يوم الثلاثاء إن تعميق الميناء سيكلف ضعف التقديرات.'],
    ['fa', 'سازمان بندر روز سه‌شنبه گفت که گودبرداری بندر دو برابر برآورد هزینه خواهد داشت و پروژه.'],
    ['he', 'רשות הנמל אמרה ביום שלישי שהעמקת הנמל תעלה פי שניים מההערכה.'],
    [null, 'Tonnage 3.1, 4.2, 5.3.'],
    [null, 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed eiusmod tempor incididunt.'],
  ])('says %s', (language, text) => expect(guessLanguage(text)).toBe(language));
});
