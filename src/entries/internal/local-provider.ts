/**
 * What the engine runs to publish a part of a bundle to a local folder.
 *
 * State keeps the text that reaches this address, and `destroy` runs it years later: it and the names of the functions
 * never change.
 *
 * @module
 */
export * from "../../components/artifact-store/local-provider.js";
