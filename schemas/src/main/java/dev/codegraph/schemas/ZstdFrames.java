package dev.codegraph.schemas;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Zstd frames made and read with contexts that are used again: setting one up took a third of a
 * small frame. There are as many as threads were at it at once; they live as long as the process.
 */
final class ZstdFrames {
  /** Speed before size: what is compressed is read again within seconds. */
  private static final int LEVEL = 1;

  private static final Queue<ZstdCompressCtx> COMPRESSING = new ConcurrentLinkedQueue<>();
  private static final Queue<ZstdDecompressCtx> DECOMPRESSING = new ConcurrentLinkedQueue<>();

  private ZstdFrames() {}

  /** A frame around some bytes. */
  static byte[] compress(byte[] plain) {
    ZstdCompressCtx free = COMPRESSING.poll();
    ZstdCompressCtx context = free == null ? new ZstdCompressCtx().setLevel(LEVEL) : free;
    try {
      return context.compress(plain);
    } finally {
      COMPRESSING.add(context);
    }
  }

  /**
   * The bytes in a frame.
   *
   * @param size How many they are.
   * @throws com.github.luben.zstd.ZstdException when it is damaged
   */
  static byte[] decompress(byte[] frame, int size) {
    ZstdDecompressCtx free = DECOMPRESSING.poll();
    ZstdDecompressCtx context = free == null ? new ZstdDecompressCtx() : free;
    try {
      return context.decompress(frame, size);
    } finally {
      DECOMPRESSING.add(context);
    }
  }
}
