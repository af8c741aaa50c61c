/** Pages of residents: file a complaint, see how it goes, count deadlines. */
@NullMarked
package kr.minwon.gateway.pages.resident;

import org.jspecify.annotations.NullMarked;
