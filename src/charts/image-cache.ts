import type { ChartImage } from "../briefing/chart.ts";

export interface ImageCache {
  get(key: string): ChartImage | undefined;
  set(key: string, image: ChartImage): void;
  clear(): void;
}

/** Keeps the most recently used images whose PNGs together take at most `maxBytes`. */
export function createImageCache(maxBytes: number): ImageCache {
  const images = new Map<string, ChartImage>();
  let bytes = 0;

  function remove(key: string): void {
    bytes -= images.get(key)?.png.byteLength ?? 0;
    images.delete(key);
  }

  return {
    get(key) {
      const image = images.get(key);
      if (image === undefined) return undefined;
      images.delete(key);
      images.set(key, image);
      return image;
    },
    set(key, image) {
      remove(key);
      images.set(key, image);
      bytes += image.png.byteLength;
      for (const oldest of images.keys()) {
        if (bytes <= maxBytes) break;
        remove(oldest);
      }
    },
    clear() {
      images.clear();
      bytes = 0;
    },
  };
}
