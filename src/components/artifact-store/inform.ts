import { printable } from "../../printable.js";

/** Says something to whoever runs Pulumi: what a provider prints is shown as information, in previews too. */
export function inform(line: string): void {
	process.stdout.write(`${printable(line)}\n`);
}

export function informOfForeign(folder: string, foreign: readonly string[]): void {
	for (const each of foreign) inform(`${folder}/${each} is no file of this bundle, and stays`);
}
