// Finds English that was left in a sentence of another language, for the tests of every place that has sentences.

/** Words that stand in many an English sentence and in none of ours in Spanish or Portuguese. */
const common =
  /(?<![\p{L}\d_“«"'{.<@/-])(the|and|of|with|this|that|these|its?|is|are|was|not|from|when|which|your|you|row|rows|flow|flows|box|boxes|runs?|field|fields|draft|failed|settings?|needs?|because|every|each|new|choose|value|request|connection|price)(?![\p{L}\d_”»"'}.>@/(-])/iu;
/** Names and examples, and what stands in places to be filled, are the same everywhere. */
const names = /\{\{?\w+\}?\}|<\/?\w+>|"[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`|\bhttps?:\S+|\/\S+|\$\S+/g;

/** The English word that was left in `sentence`, or undefined. */
export function englishLeftIn(sentence: string): string | undefined {
  return common.exec(sentence.replaceAll(names, ' '))?.[0];
}
