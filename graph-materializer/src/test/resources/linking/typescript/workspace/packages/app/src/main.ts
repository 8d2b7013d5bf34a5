import { Circle, circle, helpers, Registry, type Options, readFile, Missing } from '@demo/core';
import { print } from '@demo/core/tools/print';
import * as core from '@demo/core';
import theme, { colors } from 'theme';
import { Panel } from '@/ui/panel';
import React, { useState } from 'react';
import { nowhere } from './nowhere';

export async function main(options: Options, shape: Circle | undefined, unknown: any) {
  const first = circle(options.radius);
  first.describe();
  shape?.area().toFixed(2);
  const registry = Registry.of().add(first);
  registry.size = registry.size + 1;
  for (const item of await registry.load()) {
    item.area();
    item.parent!.name;
  }
  const bus = new helpers.Bus();
  bus.send('x').send('y').on('z', print);
  if (helpers.limits.clamp(3) > core.helpers.limits.max) {
    core.makeCircle(1).options.inner.radius;
  }
  const mode = helpers.Mode.Slow;
  const { describe, options: { color } } = first;
  useState(BUILD);
  theme().depth;
  colors.map((one) => one.trim());
  new Panel(options).render(unknown);
  unknown.render();
  nowhere(Missing);
  readFile('x');
  function circleArea(circle: Circle) { return circle.area(); }
  circleArea(first);
  const settings: Settings = { depth: 1 };
  return settings.depth;
}
