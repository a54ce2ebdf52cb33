import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { type CategoryRow, CategoryStore } from '../store/category.store.js';

@Injectable()
export class ListCategories {
  constructor(private readonly uow: UnitOfWork) {}

  execute(): Promise<CategoryRow[]> {
    return this.uow.read((tx) => new CategoryStore(tx).list());
  }
}
