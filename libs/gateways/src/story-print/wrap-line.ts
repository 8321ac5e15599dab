/** Where a line may break: between Chinese characters anywhere, else at spaces; a word longer than a line is cut. */
const PIECE =
  /[\p{Script=Han}，。；：、（）《》“”！？—…]|[^\s\p{Script=Han}，。；：、（）《》“”！？—…]+|\s+/gu;
/** What must not begin a line. */
const CLOSES = /^[，。；：、）》”！？]/u;

/** Text as lines no wider than `most`; `width` measures a piece, and pieces add up. */
export function wrapLine(text: string, most: number, width: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let [line, wide] = ['', 0];
  const add = (piece: string, by: number): void => {
    line += piece;
    wide += by;
  };
  const turn = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    [line, wide] = ['', 0];
  };
  for (const [piece] of text.matchAll(PIECE)) {
    const own = width(piece);
    if (wide + own <= most || CLOSES.test(piece)) {
      add(piece, own);
      continue;
    }
    turn();
    if (piece.trim() === '') continue;
    if (own <= most) {
      add(piece, own);
      continue;
    }
    for (const character of piece) {
      const one = width(character);
      if (line !== '' && wide + one > most) turn();
      add(character, one);
    }
  }
  turn();
  return lines;
}
