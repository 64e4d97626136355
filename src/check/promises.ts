/**
 * Words that promise what nobody can be sure of. Only those that are sure by themselves: what takes
 * understanding is left to the coach, which hears the fault `overpromise`.
 */
import type { Span } from '../coach/review.ts';
import { lazy } from '../lazy.ts';
import type { Lang } from '../playbook/types.ts';

/** How a language promises. All is looked for within one sentence. */
interface Promising {
  /** Without any of these there is nothing to look for. */
  readonly hint: RegExp;
  /** "I guarantee": hard whatever it is about. */
  readonly sworn: RegExp;
  /** "Never again", where no doubt stands before it: denied, hoped, wanted, told of others. */
  readonly never: RegExp;
  readonly doubt: RegExp;
  /** "I promise", hard beside an outcome; what one does oneself can be promised. */
  readonly promised: RegExp;
  readonly outcome: RegExp;
  /** "Definitely", hard beside what is still to come, where it does not say how well somebody knows. */
  readonly surely: RegExp;
  readonly coming: RegExp;
  readonly known: RegExp;
}

/** Whole words; `_` stands for a blank, a single one, so that no row of blanks takes the square of its length. */
const words = (...either: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${either.join('|').replaceAll('_', '\\s')})(?![\\p{L}\\d])`, 'iu');

const swedish = lazy(
  (): Promising => ({
    hint: /garanter|garanti|lova|svär|säk|aldrig|igen|heder|procent|%|definitivt|tvekan|skriva upp/i,
    sworn: words(
      '(?<!(?:att|om)_)(?:jag|vi)_(?:kan_)?garanter(?:ar|a)(?!_(?:inte|inget|ingenting))',
      'garanterar_(?:jag|vi)(?!_(?:inte|inget|ingenting))',
      '(?:har|får|ger_dig|ger_er)_min_garanti',
      '(?:jag_svär|svär_jag)_på',
      'på_heder_och_samvete',
      'det_kan_(?:du|ni)_skriva_upp',
      'kan_(?:(?:du|ni)_)?vara_(?:helt|alldeles|fullständigt|hundra_procent)_säk(?:er|ra)_på',
    ),
    never: words(
      '(?<!(?:får|borde|bör|måste)_)aldrig_(?:(?:mer|någonsin|nånsin)_)?(?:(?:ska|kommer)_)?(?:att_)?(?:hända|händer|ske|sker|inträffa|inträffar)_(?:igen|mer|om)',
      'aldrig_mer_(?:(?:ska|kommer)_)?(?:att_)?(?:hända|händer|ske|sker|inträffa|inträffar)',
      '(?:händer|sker|inträffar)_aldrig_(?:igen|mer|om)',
      'kommer_(?:aldrig|inte)_(?:att_)?(?:(?:hända|ske|inträffa)_(?:igen|mer)|upprepas)',
      '(?<=^\\s?)(?:det|detta|det_här|sånt_här)_(?:händer|sker)_inte_(?:igen|mer|om)',
    ),
    doubt: words(
      'inte|ej|ingen|inget|aldrig|knappast|hoppas|önskar|vill|för_att|så_att|sa|sade|säger|skrev|lovade|hade|svårt',
    ),
    promised: words(
      '(?<!(?:att|om)_)(?:jag|vi)_(?:lovar|kan_lova)(?!_(?:inte|inget|ingenting))',
      'lovar_(?:jag|vi)(?!_(?:inte|inget|ingenting))',
      'kan_(?:jag|vi)_lova',
    ),
    outcome: words(
      '(?<=^\\s?|,\\s?|(?<!för_)att_|(?:lovar|lova|dig|er|jag|vi|och|så|men)_)(?:det|detta|allt|allting)_(?:(?:här|nu|ska|kommer_att)_)*(?:aldrig|alltid|inte_(?:händer|sker|upprepas)|(?:blir?|är|vara)_(?:bra|klart?|löst|ordnat|fixat|framme|åtgärdat|färdigt|lugnt)|ordnar?_sig|löser?_sig|fungerar?|funkar?|går?_(?:bra|vägen)|(?:kommer|hinner)_fram|kommer_i_tid)',
    ),
    surely: words(
      '(?:helt|alldeles|absolut)_säkert|bombsäkert|garanterat|definitivt|utan_(?:minsta_)?tvekan',
      '(?:hundra_procent|100_procent|100\\s?%)(?!_(?:av|rabatt|tillbaka|återbetalning|ersättning))',
    ),
    coming: words(
      'i_?morgon|i_?dag|i_?kväll|i_?natt|nästa_\\p{L}+|på_\\p{L}+dag|inom|innan|före|senast|klockan|kommer|blir|(?:löser|ordnar)_sig|fungerar|hinner|framme',
    ),
    known: words('inte|förstår|vet|veta|hoppas|tror|undrar|kanske|håller_med|vill|har|hade|var|måste'),
  }),
);

const norwegian = lazy(
  (): Promising => ({
    hint: /garanter|garanti|love|sverge|sikker|aldri|igjen|ære|prosent|%|definitivt|tvil|banne|skrive opp/i,
    sworn: words(
      '(?<!(?:at|om)_)(?:jeg|vi)_(?:(?:kan|tør)_)?garanter(?:er|e)(?!_(?:ikke|ingenting))',
      'garanterer_(?:jeg|vi)(?!_(?:ikke|ingenting))',
      '(?:har|får|gir_deg|gir_dere|jeg_deg|jeg_dere)_min_garanti',
      '(?:jeg_sverger|sverger_jeg)_på',
      'på_(?:tro_og_ære|ære_og_samvittighet)',
      'det_kan_(?:du|dere)_(?:banne_på|skrive_opp)',
      'kan_(?:(?:du|dere)_)?være_(?:helt|hundre_prosent)_(?:sikker|sikre)_på',
    ),
    never: words(
      '(?<!(?:bør|burde|må)_)aldri_(?:mer_)?(?:(?:skal|vil)_)?(?:til_å_)?(?:(?:skje|skjer|hende|hender)_(?:igjen|mer)|gjenta_seg|gjentar_seg)',
      'aldri_mer_(?:skal_(?:det_)?)?(?:skje|skjer|hende|hender)',
      '(?:skjer|hender)_aldri_(?:igjen|mer)',
      'kommer_(?:aldri|ikke)_til_å_(?:(?:skje|hende)_(?:igjen|mer)|gjenta_seg)',
      '(?<=^\\s?)(?:det|dette|det_her|sånt)_(?:skjer|hender)_ikke_(?:igjen|mer)',
    ),
    doubt: words(
      'ikke|ingen|aldri|neppe|håper|ønsker|vil|for_at|slik_at|så_at|sa|sier|skrev|lovet|lovte|hadde|vanskelig',
    ),
    promised: words(
      '(?<!(?:at|om)_)(?:jeg|vi)_(?:lover|(?:kan|tør)_love)(?!_(?:ikke|ingenting))',
      'lover_(?:jeg|vi)(?!_(?:ikke|ingenting))',
      'kan_(?:jeg|vi)_love',
    ),
    outcome: words(
      '(?<=^\\s?|,\\s?|(?<!for_)at_|(?:lover|love|deg|dere|jeg|vi|og|så|men)_)(?:det|dette|alt)_(?:(?:her|nå|skal|kommer_til_å)_)*(?:aldri|alltid|ikke_(?:skjer|hender)|(?:blir?|er|være)_(?:bra|fint|klart?|løst|ordnet|ordna|fikset|fiksa|framme|rettet|ferdig|i_orden)|ordner?_seg|løser?_seg|fungerer?|funker?|går?_(?:bra|fint|i_orden)|kommer_(?:fram|i_tide))',
    ),
    surely: words(
      'helt_sikkert|bombe?sikkert|garantert|definitivt|uten_(?:noen_)?tvil',
      '(?:hundre_prosent|100_prosent|100\\s?%)(?!_(?:av|rabatt|tilbake|refusjon))',
    ),
    coming: words(
      'i_?morgen|i_?dag|i_?kveld|i_?natt|neste_\\p{L}+|på_\\p{L}+dag|innen|før|senest|klokka|klokken|kommer|blir|(?:løser|ordner)_seg|fungerer|rekker|framme',
    ),
    known: words('ikke|forstår|skjønner|vet|vite|håper|tror|lurer|kanskje|enig|vil|har|hadde|var|må'),
  }),
);

/** Where a text promises what nobody can be sure of; at most one place a sentence. */
export function promisesIn(text: string, lang: Lang): Span[] {
  const promising = lang === 'sv' ? swedish() : norwegian();
  if (!promising.hint.test(text)) return [];
  return [...text.matchAll(/[^.!?…\n]+/g)].flatMap(({ index, 0: sentence }) => {
    const found = promiseIn(sentence, promising);
    return found ? [{ start: index + found.index, end: index + found.index + found[0].length }] : [];
  });
}

function promiseIn(sentence: string, by: Promising): RegExpExecArray | null {
  const sworn = by.sworn.exec(sentence);
  if (sworn) return sworn;
  const never = by.never.exec(sentence);
  if (never && !by.doubt.test(sentence.slice(0, never.index))) return never;
  const promised = by.promised.exec(sentence);
  if (promised && by.outcome.test(sentence)) return promised;
  const surely = by.surely.exec(sentence);
  return surely && by.coming.test(sentence) && !by.known.test(sentence) ? surely : null;
}
