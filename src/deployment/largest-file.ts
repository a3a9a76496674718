/** In bytes, or in UTF-16 code units where text comes without its bytes. */
export const largestFile = 16 * 1024 * 1024;
