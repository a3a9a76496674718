// What npm runs before it packs: builds `dist` anew, so that nothing of an earlier build is shipped.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { plainModes } from "./plain-modes.js";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", 2, 2] });
if (status !== 0) process.exit(1);
const shipped = [
	"dist",
	"docs",
	"examples",
	"schemas",
	"package.json",
	"README.md",
	"SECURITY.md",
	"LICENSE",
	"CHANGELOG.md",
];
plainModes(...shipped.filter((each) => existsSync(each)));
