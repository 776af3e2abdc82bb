/** A stream of pseudo-random numbers; the same name gives the same stream on every machine. */
export interface Random {
  /** Uniform on [0, 1). */
  uniform(): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  normal(): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** FNV-1a, to turn a name into a seed. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

/** sfc32 (Doty-Humphrey's small fast counter), warmed up. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

/** Every dataset draws from a stream of its own, so that none depends on which was generated first. */
export function makeRandom(name: string): Random {
  const uniform = sfc32(hash(`smallcaps sample market: ${name}`));
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    // Box-Muller; 1 - u keeps the logarithm away from zero.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return {
    uniform,
    normal,
    between: (low, high) => low + (high - low) * uniform(),
    chance: (probability) => uniform() < probability,
    pick: (items) => items[Math.floor(uniform() * items.length)] ?? items[0],
  };
}

/** A first-order autoregression around zero; `deviation` is its stationary standard deviation. */
export function autoregression(random: Random, persistence: number, deviation: number): () => number {
  const shock = deviation * Math.sqrt(1 - persistence ** 2);
  let state = deviation * random.normal();
  return () => {
    state = persistence * state + shock * random.normal();
    return state;
  };
}

/** Rounds to fixed decimals, so that the last bits of Math.exp and friends cannot show; never -0. */
export function round(value: number, decimals: number): number {
  if (decimals < 0) return Math.round(value / 10 ** -decimals) * 10 ** -decimals + 0;
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}
