/** The figures of days in MongoDB. */
@NullMarked
package kr.minwon.notification.figures.mongo;

import org.jspecify.annotations.NullMarked;
