/** Photos in MongoDB. */
@NullMarked
package kr.minwon.complaint.photo.mongo;

import org.jspecify.annotations.NullMarked;
