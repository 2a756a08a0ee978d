/** Made by emojiTable.ts: the emoji, its group, its short names, and words by which it is found. */
declare module "virtual:emoji/*" {
  const table: [unicode: string, group: number, names: string, words: string][];
  export default table;
}
