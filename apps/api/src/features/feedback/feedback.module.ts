import { Module } from '@nestjs/common';
import { FeedbackController } from './http/feedback.controller.js';
import { CheckWords } from './use-cases/check-words.js';
import { GiveFeedback } from './use-cases/give-feedback.js';
import { ReadFeedback } from './use-cases/read-feedback.js';

@Module({ controllers: [FeedbackController], providers: [CheckWords, GiveFeedback, ReadFeedback] })
export class FeedbackModule {}
