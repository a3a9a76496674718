import { StoreFault } from "./object-reader.js";

/**
 * A client of an object store that not everyone installs, loaded where it is first used.
 *
 * @param load imports the package by a literal name, from which its types come
 * @throws {@link StoreFault} that says how to install it
 */
export async function storeClient<Client>(packageName: string, load: () => Promise<Client>): Promise<Client> {
	try {
		return await load();
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
		if (code !== "ERR_MODULE_NOT_FOUND") throw cause;
		const message = `reading this store needs the package ${packageName}; run npm install ${packageName}`;
		throw new StoreFault("client-missing", message, { cause });
	}
}
