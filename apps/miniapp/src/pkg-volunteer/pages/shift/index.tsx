import { View } from '@tarojs/components'

export default function Page() {
  return <View className="m-standard x-page">志愿岗位</View>
}
