/**
 * What the engine runs for a dynamic resource: it keeps this text in state, runs it from there even after the program is
 * gone, and calls `handler`. So it does nothing but reach the module that knows, whose address is permanent.
 * Pulumi would write such a text itself, from closures: seven times as long, different after every build, and with the
 * TypeScript compiler loaded for it.
 *
 * @param address of a module of this package that exports these six functions
 */
export function engineText(address: string): string {
	return `const call = (name) => async (...given) =>
	(await import("${address}"))[name](...given);
const names = ["check", "diff", "create", "read", "update", "delete"];
exports.handler = () => Object.fromEntries(names.map((name) => [name, call(name)]));
`;
}
