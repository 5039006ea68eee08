// zlib and Zstandard as the system has them (zlib1g-dev, libzstd-dev).
#include <zlib.h>
#include <zstd.h>
