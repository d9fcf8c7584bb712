// What a box that asks for each row was answered: equal questions are asked once, at the same time and for a while after.

/** Answers that are kept at most. */
const MOST_KEPT = 5000;

/** Answers by question, those not asked for longest given up first. */
export class AnswerMemory<Answer> {
  private readonly kept = new Map<string, { until: number; answer: Promise<Answer> }>();

  /** An answer holds so many milliseconds; with 0 only questions that are asked at once share one. */
  constructor(
    private readonly milliseconds: number,
    private readonly now: () => number,
  ) {}

  /** The answer to the question: the one that is known or under way, or what `ask` gives. */
  get(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.kept.get(question);
    this.kept.delete(question);
    const isFresh = known !== undefined && known.until > this.now();
    const entry = isFresh ? known : { until: this.now() + this.milliseconds, answer: ask() };
    this.kept.set(question, entry);
    // What failed is asked again by whoever comes next.
    entry.answer.catch(() => this.kept.get(question) === entry && this.kept.delete(question));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return entry.answer;
  }
}
