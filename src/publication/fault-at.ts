import { StoreFault } from "../object-store/object-reader.js";
import { error, type Problem } from "../problem.js";

/** That a store gave no answer about a key; what is no fault of a store is thrown on. */
export function faultAt(key: string, fault: unknown): Problem {
	if (!(fault instanceof StoreFault)) throw fault;
	return error(fault.code, [key], fault.message);
}
