package kr.minwon.notification.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that nobody is told yet.
 *
 * @param revision counts what was ever saved of the template, so that what is approved is what was seen
 * @param code by which Kakao knows it; null for an SMS
 * @param by the id of who saved it last; who saved one before has shaped it too ({@link OfficeTemplate#authors})
 * @param byName what colleagues call them
 */
public record Draft(int revision, String text, @Nullable String code, String by, String byName, Instant at) {}
