// Loaded before a command (`node --import`), it makes packages unloadable as they are on a machine whose compiler or registry failed: LEXATLAS_MISSING names them.
import Module, { register } from 'node:module';

const missing = (process.env.LEXATLAS_MISSING ?? '').split(',');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  if (missing.includes(name))
    throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  return resolve.call(this, name, ...rest);
};
const hook = `export async function resolve(name, context, next) {
  if (${JSON.stringify(missing)}.includes(name))
    throw Object.assign(new Error("Cannot find package '" + name + "'"), { code: 'ERR_MODULE_NOT_FOUND' });
  return next(name, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
