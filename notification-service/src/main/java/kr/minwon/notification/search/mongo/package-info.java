/** The record of searches in MongoDB. */
@NullMarked
package kr.minwon.notification.search.mongo;

import org.jspecify.annotations.NullMarked;
