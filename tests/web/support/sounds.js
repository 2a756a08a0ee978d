/** A sound that any server takes. */

/** A frame of MPEG-1 layer 3 with 128 kbit/s and 44.1 kHz, 417 bytes of silence. */
const HEADER = [0xff, 0xfb, 0x90, 0x64];
const LENGTH = 417;
const FRAMES = 20;

/** Half a second of nothing, as an MP3. */
export function silence() {
  const frame = Buffer.alloc(LENGTH);
  Buffer.from(HEADER).copy(frame);
  return Buffer.concat(Array.from({ length: FRAMES }, () => frame));
}
