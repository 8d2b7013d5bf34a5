import { EventEmitter } from 'events';

export const limits = { max: 10, clamp(value: number) { return this.max; } };

export class Bus extends EventEmitter {
  send(name: string) { this.emit(name); return this; }
}

export enum Mode { Fast, Slow = Fast + 1 }
