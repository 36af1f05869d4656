import { z } from 'zod';
import { choice } from '#app/kernel/text.ts';

/** Body of `POST /ideas/:id/apoyo`. */
export const Support = z
  .object({ accion: choice(['apoyar', 'retirar']) })
  .transform(({ accion }) => ({ act: accion }));
