import {
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  SerializeOptions,
  SetMetadata,
  applyDecorators,
} from '@nestjs/common';
import type { Endpoint as ContractEndpoint, Method } from '@kaoji/http-contract';
import { documented } from './docs/documented.js';

export const ENDPOINT_KEY = 'kaoji:endpoint';

const METHODS: Readonly<Record<Method, (path: string) => MethodDecorator>> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  DELETE: Delete,
};

/**
 * Binds a method to a route of the contract: path, status, and the schema through which its answer leaves,
 * so that nothing the contract does not name gets out.
 */
export function Endpoint(endpoint: ContractEndpoint): MethodDecorator {
  return applyDecorators(
    METHODS[endpoint.method](endpoint.path),
    HttpCode(endpoint.status),
    SetMetadata(ENDPOINT_KEY, endpoint),
    ...(endpoint.answer === null ? [] : [SerializeOptions({ schema: endpoint.answer })]),
    ...documented(endpoint),
  );
}
