/**
 * What the engine runs for the local folder that a deployment is published to.
 *
 * State keeps the text that reaches this address, and `destroy` runs it years later: it and the names of the functions
 * never change.
 *
 * @module
 */
export * from "../../components/artifact-store/local-folder.js";
