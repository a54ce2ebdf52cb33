import { Module } from '@nestjs/common';
import { CampusController } from './http/campus.controller.js';
import { StudentController } from './http/student.controller.js';
import { CampusHours } from './use-cases/campus-hours.js';
import { ConsentToRanking } from './use-cases/consent-to-ranking.js';
import { DecideStudents } from './use-cases/decide-students.js';
import { KeepStudent } from './use-cases/keep-student.js';
import { ListStudents } from './use-cases/list-students.js';
import { RankStudents } from './use-cases/rank-students.js';

@Module({
  controllers: [StudentController, CampusController],
  providers: [KeepStudent, DecideStudents, ListStudents, CampusHours, RankStudents, ConsentToRanking],
  exports: [KeepStudent, DecideStudents, ConsentToRanking],
})
export class StudentsModule {}
