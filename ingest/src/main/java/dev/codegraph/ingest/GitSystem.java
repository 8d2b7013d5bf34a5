package dev.codegraph.ingest;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The machine as JGit sees it: without the git configuration of user and system, and with a file
 * system that is taken for coarse. Otherwise JGit would start the {@code git} program to look for
 * that configuration, read repositories differently on different machines, and measure for seconds
 * how fine time stamps are, by writing files into the repository that it was only to read.
 */
final class GitSystem extends SystemReader.Delegate {
  /**
   * Window and delta base caches; the default of 10 MB inflates bases of large packs repeatedly.
   */
  private static final int PACK_CACHE_BYTES = 32 * 1024 * 1024;

  /** Coarser than any file system's time stamps: a file changed more recently is read again. */
  private static final long TIMESTAMP_RESOLUTION_MILLIS = 2_000;

  private static final GitSystem INSTANCE = new GitSystem(SystemReader.getInstance());

  private GitSystem(SystemReader real) {
    super(real);
  }

  /** Makes JGit use it, for the whole process; repeating it changes nothing. */
  static synchronized void install() {
    if (SystemReader.getInstance() != INSTANCE) {
      SystemReader.setInstance(INSTANCE);
      WindowCacheConfig caches = new WindowCacheConfig();
      caches.setPackedGitLimit(PACK_CACHE_BYTES);
      caches.setDeltaBaseCacheLimit(PACK_CACHE_BYTES);
      caches.install();
    }
  }

  @Override
  public StoredConfig getUserConfig() {
    return new NoConfig(null);
  }

  @Override
  public StoredConfig getSystemConfig() {
    return new NoConfig(null);
  }

  @Override
  public StoredConfig getJGitConfig() {
    return new NoConfig(null);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new NoConfig(parent);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new NoConfig(parent);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new NoConfig(parent);
  }

  /** A configuration without a file: empty, and what is put into it stays in memory. */
  private static final class NoConfig extends FileBasedConfig {
    NoConfig(@Nullable Config parent) {
      super(parent, null, FS.DETECTED);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // There is nowhere to save to.
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long defaultValue, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(TIMESTAMP_RESOLUTION_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, defaultValue, unit);
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
