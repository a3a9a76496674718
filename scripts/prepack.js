// What npm runs before it packs: builds `dist` anew, so that nothing of an earlier build is shipped.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { plainModes } from "./plain-modes.js";
import { shipped } from "./shipped.js";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", 2, 2] });
if (status !== 0) process.exit(1);
plainModes(...shipped.filter((each) => existsSync(each)));
