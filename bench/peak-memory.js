// Loaded before a program with --import: tells on file descriptor 3, at its end, how much memory it had at most, in KiB.
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
