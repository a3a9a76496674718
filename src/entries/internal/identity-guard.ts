/**
 * What the engine runs to look at an update before anything of it happens.
 *
 * State keeps the text that reaches this address, and `destroy` runs it years later: it and the names of the functions
 * never change.
 *
 * @module
 */
export * from "../../components/identity-guard/provider.js";
