/** Templates over HTTP. */
@NullMarked
package kr.minwon.notification.template.web;

import org.jspecify.annotations.NullMarked;
